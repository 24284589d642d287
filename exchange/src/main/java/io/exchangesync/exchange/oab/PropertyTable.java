package io.exchangesync.exchange.oab;

import io.exchangesync.exchange.oab.OabException.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The columns of a kind of records, in the order of their values. */
record PropertyTable(List<PropertyTag> columns) {
  private static final int BYTES_EACH = 8;

  PropertyTable {
    columns = List.copyOf(columns);
  }

  /**
   * @param bytes that are left for it
   */
  static PropertyTable read(OabInput in, long bytes, OabLimits limits) throws IOException {
    long at = in.offset();
    long count = in.u32();
    if (count > limits.properties()) {
      throw in.problem(Problem.TOO_LARGE, "a table of " + count + " properties is too large", at);
    }
    if (Integer.BYTES + count * BYTES_EACH > bytes) {
      throw in.problem(Problem.DAMAGED, "a property table is longer than its record", at);
    }
    List<PropertyTag> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(PropertyTag.of(in.u32()));
      in.u32();
    }
    return new PropertyTable(columns);
  }

  int bytes() {
    return Integer.BYTES + columns.size() * BYTES_EACH;
  }

  /** Bytes that say which values are present. */
  int presenceBytes() {
    return (columns.size() + 7) / 8;
  }
}
