package io.exchangesync.exchange.oab;

import io.exchangesync.exchange.oab.OabException.Place;
import io.exchangesync.exchange.oab.OabException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The values of one record, one after the other; never reads over its end. */
final class RecordCursor {
  /** The most texts that are kept of one value; directories allow some 1,300 addresses. */
  static final int MOST_TEXTS = 10_000;

  private final byte[] record;
  private final long start;
  private int next;

  /**
   * @param start offset of the record in the address book
   * @param next where the values begin in the record
   */
  RecordCursor(byte[] record, long start, int next) {
    this.record = record;
    this.start = start;
    this.next = next;
  }

  /** A number: one byte below 0x80, or how many bytes follow. */
  int integer() throws OabException {
    int first = octet();
    if (first < 0x80) {
      return first;
    }
    int count = first & 0x0F;
    if (count < 1 || count > Integer.BYTES) {
      throw damaged("a number has " + count + " bytes");
    }
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= octet() << (Byte.SIZE * i);
    }
    return value;
  }

  String text() throws OabException {
    int from = next;
    skipText();
    return new String(record, from, next - 1 - from, StandardCharsets.UTF_8);
  }

  List<String> texts() throws OabException {
    int count = count();
    if (count > MOST_TEXTS) {
      throw problem(Problem.TOO_LARGE, "a value of " + count + " texts is too large");
    }
    List<String> texts = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  /**
   * Leaves a value out.
   *
   * @return whether its type is known; if not, nothing behind it can be read
   */
  boolean skip(int type) throws OabException {
    switch (type) {
      case PropertyTag.INTEGER -> integer();
      case PropertyTag.BOOLEAN -> octet();
      case PropertyTag.OBJECT -> {
        return true;
      }
      case PropertyTag.STRING8, PropertyTag.STRING -> skipText();
      case PropertyTag.BINARY -> skipBinary();
      case PropertyTag.INTEGERS,
          PropertyTag.STRINGS8,
          PropertyTag.STRINGS,
          PropertyTag.BINARIES -> {
        int count = count();
        for (int i = 0; i < count; i++) {
          skip(type & 0x0FFF);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private int octet() throws OabException {
    if (next >= record.length) {
      throw damaged("the values of an entry are longer than the entry");
    }
    return record[next++] & 0xFF;
  }

  private void skipText() throws OabException {
    int end = next;
    while (end < record.length && record[end] != 0) {
      end++;
    }
    if (end == record.length) {
      throw damaged("a text has no end");
    }
    next = end + 1;
  }

  private void skipBinary() throws OabException {
    int length = integer();
    if (length < 0 || length > record.length - next) {
      throw damaged("a binary value is longer than its entry");
    }
    next += length;
  }

  /** How many values follow; each has at least one byte. */
  private int count() throws OabException {
    int count = integer();
    if (count < 0 || count > record.length - next) {
      throw damaged("an entry has fewer values than it says");
    }
    return count;
  }

  private OabException damaged(String text) {
    return problem(Problem.DAMAGED, text);
  }

  private OabException problem(Problem problem, String text) {
    return new OabException(problem, text, Place.CONTENT, start + next);
  }
}
