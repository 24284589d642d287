package io.exchangesync.exchange.oab;

import io.exchangesync.exchange.oab.OabException.Place;
import io.exchangesync.exchange.oab.OabException.Problem;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an address book, compressed (.lzx) or not (.oab), entry by entry.
 *
 * <p>Memory holds one block and one record, however long the file is; whatever the bytes are,
 * reading ends with the last entry or an {@link OabException}. Not thread-safe.
 */
public final class AddressBookReader implements Closeable {
  private static final int COMPRESSED = 3;
  private static final int VERSION_4 = 0x20;
  private static final long CABINET = 0x4643534DL;
  private static final Set<Integer> BOOK_PROPERTIES =
      Set.of(PropertyTag.BOOK_NAME, PropertyTag.BOOK_SEQUENCE, PropertyTag.BOOK_DN);
  private static final Set<Integer> ENTRY_PROPERTIES =
      Set.of(
          PropertyTag.SMTP_ADDRESS,
          PropertyTag.DISPLAY_NAME,
          PropertyTag.LEGACY_DN,
          PropertyTag.ALIAS,
          PropertyTag.TITLE,
          PropertyTag.DEPARTMENT,
          PropertyTag.OFFICE,
          PropertyTag.BUSINESS_PHONE,
          PropertyTag.MOBILE_PHONE,
          PropertyTag.PROXY_ADDRESSES,
          PropertyTag.DISPLAY_TYPE,
          PropertyTag.DISPLAY_TYPE_EX,
          PropertyTag.OBJECT_TYPE);

  private final InputStream stream;
  private final OabInput in;
  private final long entries;
  private final AddressBookHeader header;
  private final RecordReader records;
  private long read;

  private AddressBookReader(InputStream stream, OabInput in, OabLimits limits) throws IOException {
    this.stream = stream;
    this.in = in;
    in.u32();
    this.entries = in.u32();
    long at = in.offset();
    long size = in.u32();
    PropertyTable bookTable = PropertyTable.read(in, size - Integer.BYTES, limits);
    long left = size - Integer.BYTES - bookTable.bytes();
    PropertyTable entryTable = PropertyTable.read(in, left, limits);
    if (left != entryTable.bytes()) {
      throw in.problem(Problem.DAMAGED, "the property tables do not fill their record", at);
    }
    this.header = book(new RecordReader(in, bookTable, BOOK_PROPERTIES, limits), entries);
    this.records = new RecordReader(in, entryTable, ENTRY_PROPERTIES, limits);
  }

  /** Opens a file with the usual limits. */
  public static AddressBookReader open(Path file) throws IOException {
    return open(Files.newInputStream(file), OabLimits.USUAL);
  }

  /**
   * Opens a file and reads what it says of itself.
   *
   * @param file is closed with the reader, or at once if this fails
   * @throws OabException if it is no address book of version 4, full details
   */
  public static AddressBookReader open(InputStream file, OabLimits limits) throws IOException {
    InputStream buffered = new BufferedInputStream(file, 1 << 16);
    try {
      OabInput in = new OabInput(buffered, Place.FILE);
      long first = in.u32();
      if (first == VERSION_4) {
        return new AddressBookReader(buffered, in.as(Place.CONTENT), limits);
      }
      if (first != COMPRESSED) {
        throw in.problem(Problem.NOT_AN_ADDRESS_BOOK, other(first), 0);
      }
      InputStream content = new OabInputStream(buffered, in, limits);
      OabInput inside = new OabInput(content, Place.CONTENT);
      long version = inside.u32();
      if (version != VERSION_4) {
        throw inside.problem(
            Problem.UNSUPPORTED, "the address book is not of version 4 but " + version, 0);
      }
      return new AddressBookReader(content, inside, limits);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  public AddressBookHeader header() {
    return header;
  }

  /** The next entry, until there is none. */
  public Optional<AddressBookEntry> next() throws IOException {
    if (read == entries) {
      return Optional.empty();
    }
    AddressBookEntry entry = AddressBookEntry.of(records.values(records.next()));
    read++;
    return Optional.of(entry);
  }

  /** Entries of which the rest could not be read, because they hold a value of an unknown type. */
  public long cutShort() {
    return records.cutShort();
  }

  /**
   * Bytes behind the last entry, which a sound file does not have; only after the last entry.
   *
   * @return at most 1 MiB
   */
  public long leftOver() throws IOException {
    return in.rest(1 << 20);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  /** Some servers write this record with a byte too many, so that it may not be readable. */
  private static AddressBookHeader book(RecordReader reader, long entries) throws IOException {
    RecordReader.Raw raw = reader.next();
    try {
      RecordReader.Values values = reader.values(raw);
      return new AddressBookHeader(
          values.text(PropertyTag.BOOK_NAME),
          values.text(PropertyTag.BOOK_DN),
          values.number(PropertyTag.BOOK_SEQUENCE),
          entries);
    } catch (OabException unreadable) {
      return new AddressBookHeader("", "", Optional.empty(), entries);
    }
  }

  private static String other(long first) {
    return first == CABINET
        ? "this is a cabinet file, as address books of version 2 and 3 are"
        : "this is no file of an address book";
  }
}
