package io.exchangesync.simulator.oab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes records: size, presence bits, values in the order of the columns.
 *
 * <p>Values by the type of their tag: Integer, Boolean, String, byte[], lists of these; of an
 * object (type 000D) nothing is written.
 */
final class RecordWriter {
  private static final int INTEGER = 0x0003;
  private static final int BOOLEAN = 0x000B;
  private static final int OBJECT = 0x000D;
  private static final int STRING8 = 0x001E;
  private static final int STRING = 0x001F;
  private static final int BINARY = 0x0102;
  private static final int MULTIPLE = 0x1000;

  private final List<Integer> columns;

  RecordWriter(List<Integer> columns) {
    this.columns = List.copyOf(columns);
  }

  void write(ByteArrayOutputStream out, Map<Integer, Object> values) {
    byte[] presence = new byte[(columns.size() + 7) / 8];
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(columns.get(i));
      if (value != null) {
        presence[i / 8] |= (byte) (0x80 >>> i % 8);
        int type = columns.get(i) & 0xFFFF;
        if ((type & MULTIPLE) != 0) {
          List<?> each = (List<?>) value;
          integer(data, each.size());
          each.forEach(one -> value(data, type & ~MULTIPLE, one));
        } else {
          value(data, type, value);
        }
      }
    }
    u32(out, Integer.BYTES + presence.length + data.size());
    out.writeBytes(presence);
    out.writeBytes(data.toByteArray());
  }

  static void u32(ByteArrayOutputStream out, int value) {
    for (int i = 0; i < Integer.BYTES; i++) {
      out.write(value >>> (Byte.SIZE * i));
    }
  }

  private static void value(ByteArrayOutputStream out, int type, Object value) {
    switch (type) {
      case INTEGER -> integer(out, (Integer) value);
      case BOOLEAN -> out.write((Boolean) value ? 1 : 0);
      case OBJECT -> {}
      case STRING8, STRING -> {
        out.writeBytes(((String) value).getBytes(StandardCharsets.UTF_8));
        out.write(0);
      }
      case BINARY -> {
        byte[] bytes = (byte[]) value;
        integer(out, bytes.length);
        out.writeBytes(bytes);
      }
      default -> throw new IllegalArgumentException("type " + Integer.toHexString(type));
    }
  }

  /** One byte below 0x80; else a byte with the count of those that follow. */
  private static void integer(ByteArrayOutputStream out, int value) {
    if (value >= 0 && value < 0x80) {
      out.write(value);
      return;
    }
    int count = (Integer.SIZE + 7 - Integer.numberOfLeadingZeros(value)) / 8;
    out.write(0x80 | count);
    for (int i = 0; i < count; i++) {
      out.write(value >>> (Byte.SIZE * i));
    }
  }
}
