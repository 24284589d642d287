package io.exchangesync.exchange.oab;

import io.exchangesync.exchange.oab.OabException.Problem;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads records of one kind: advances by their size, whatever stands in them. */
final class RecordReader {
  private final OabInput in;
  private final PropertyTable table;
  private final Set<Integer> wanted;
  private final OabLimits limits;
  private long cutShort;

  /**
   * @param wanted ids of the properties whose values are kept
   */
  RecordReader(OabInput in, PropertyTable table, Set<Integer> wanted, OabLimits limits) {
    this.in = in;
    this.table = table;
    this.wanted = Set.copyOf(wanted);
    this.limits = limits;
  }

  /** Records of which something could not be read, because a type of values is unknown. */
  long cutShort() {
    return cutShort;
  }

  /** The next record, not yet read into. */
  Raw next() throws IOException {
    long start = in.offset();
    long size = in.u32();
    if (size > limits.record()) {
      throw in.problem(Problem.TOO_LARGE, "an entry of " + size + " bytes is too large", start);
    }
    if (size < Integer.BYTES + table.presenceBytes()) {
      throw in.problem(Problem.DAMAGED, "an entry of " + size + " bytes is too small", start);
    }
    return new Raw(in.bytes((int) size - Integer.BYTES), start + Integer.BYTES);
  }

  /** The wanted values of a record by the ids of their properties. */
  Values values(Raw raw) throws OabException {
    Map<Integer, Object> values = new HashMap<>();
    RecordCursor cursor = new RecordCursor(raw.bytes(), raw.start(), table.presenceBytes());
    for (int i = 0; i < table.columns().size(); i++) {
      if ((raw.bytes()[i / 8] & 0x80 >>> i % 8) != 0) {
        PropertyTag tag = table.columns().get(i);
        Optional<Object> value = wanted.contains(tag.id()) ? value(cursor, tag) : Optional.empty();
        if (value.isPresent()) {
          values.putIfAbsent(tag.id(), value.get());
        } else if (!cursor.skip(tag.type())) {
          cutShort++;
          break;
        }
      }
    }
    return new Values(values);
  }

  private static Optional<Object> value(RecordCursor cursor, PropertyTag tag) throws OabException {
    return switch (tag.type()) {
      case PropertyTag.INTEGER -> Optional.of(cursor.integer());
      case PropertyTag.STRING8, PropertyTag.STRING -> Optional.of(List.of(cursor.text()));
      case PropertyTag.STRINGS8, PropertyTag.STRINGS -> Optional.of(cursor.texts());
      default -> Optional.empty();
    };
  }

  /**
   * A record behind its size.
   *
   * @param start offset of the bytes in the address book
   */
  record Raw(byte[] bytes, long start) {}

  /** Values by property id: a number, or a list of texts. */
  record Values(Map<Integer, Object> byId) {

    Optional<Integer> number(int id) {
      return byId.get(id) instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    /** The first text, "" if there is none. */
    String text(int id) {
      return texts(id).stream().findFirst().orElse("");
    }

    List<String> texts(int id) {
      return byId.get(id) instanceof List<?> texts
          ? texts.stream().map(String.class::cast).toList()
          : List.of();
    }
  }
}
