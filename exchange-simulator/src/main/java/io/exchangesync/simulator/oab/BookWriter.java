package io.exchangesync.simulator.oab;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes an address book as it is before compression. */
public final class BookWriter {
  private static final int VERSION_4 = 0x20;
  private static final int NAME_RESOLUTION = 1;
  private static final int KEY = 2;

  private final List<Integer> columns;

  /**
   * @param columns tags of what an entry may have, in their order
   */
  public BookWriter(List<Integer> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * The whole address book.
   *
   * @param entries values by tag: Integer, Boolean, String, byte[], lists of these
   */
  public byte[] write(
      String name, String dn, String id, int sequence, List<Map<Integer, Object>> entries) {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    Map<Integer, Object> book = new HashMap<>();
    book.put(Tags.BOOK_NAME, name);
    book.put(Tags.BOOK_DN, dn);
    book.put(Tags.BOOK_ID, id);
    book.put(Tags.BOOK_SEQUENCE, sequence);
    new RecordWriter(Tags.BOOK).write(records, book);
    RecordWriter writer = new RecordWriter(columns);
    entries.forEach(entry -> writer.write(records, entry));
    CRC32 serial = new CRC32();
    serial.update(records.toByteArray());

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter.u32(out, VERSION_4);
    RecordWriter.u32(out, (int) serial.getValue());
    RecordWriter.u32(out, entries.size());
    RecordWriter.u32(out, 3 * Integer.BYTES + 8 * (Tags.BOOK.size() + columns.size()));
    table(out, Tags.BOOK);
    table(out, columns);
    out.writeBytes(records.toByteArray());
    return out.toByteArray();
  }

  private static void table(ByteArrayOutputStream out, List<Integer> tags) {
    RecordWriter.u32(out, tags.size());
    for (int tag : tags) {
      RecordWriter.u32(out, tag);
      RecordWriter.u32(
          out, tag == Tags.LEGACY_DN ? KEY : tag == Tags.DISPLAY_NAME ? NAME_RESOLUTION : 0);
    }
  }
}
