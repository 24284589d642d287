package io.exchangesync.exchange.oab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.exchange.oab.OabException.Place;
import io.exchangesync.exchange.oab.OabException.Problem;
import io.exchangesync.simulator.lzx.LzxEncoder.Blocks;
import io.exchangesync.simulator.oab.BookWriter;
import io.exchangesync.simulator.oab.OabFile;
import io.exchangesync.simulator.oab.Tags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AddressBookReaderTest {
  private static final List<AddressBookEntry> TWO =
      List.of(
          Books.entry("anna@example.com", "Anna Berg", EntryType.MAILBOX),
          Books.entry("room@example.com", "Room 4", EntryType.ROOM));

  @Property(tries = 200)
  void anyDirectoryComesBack(
      @ForAll @IntRange(max = 400) int size,
      @ForAll Random random,
      @ForAll Blocks blocks,
      @ForAll @IntRange(min = 1, max = 4) int block)
      throws IOException {
    List<AddressBookEntry> entries =
        IntStream.range(0, size).mapToObj(i -> Books.random(random, i)).toList();
    byte[] content = Books.shuffled(entries, random);
    assertThat(Books.read(content)).isEqualTo(entries);
    byte[] file = OabFile.pack(content, 40_000 * block, blocks, 1 << 15);
    assertThat(Books.read(file)).isEqualTo(entries);
  }

  @Test
  void theHeaderTellsNameSequenceAndSize() throws IOException {
    AddressBookHeader header = open(OabFile.pack(Books.write(TWO))).header();
    assertThat(header).isEqualTo(new AddressBookHeader("Everybody", "/", Optional.of(300), 2));
  }

  @Test
  void theTypeComesFromTheBestProperty() {
    assertThat(EntryType.of(Optional.of(0x40000007), Optional.of(0), Optional.of(6)))
        .isEqualTo(EntryType.ROOM);
    assertThat(EntryType.of(Optional.empty(), Optional.of(6), Optional.of(6)))
        .isEqualTo(EntryType.CONTACT);
    assertThat(EntryType.of(Optional.empty(), Optional.empty(), Optional.of(8)))
        .isEqualTo(EntryType.DISTRIBUTION_LIST);
    assertThat(EntryType.of(Optional.empty(), Optional.empty(), Optional.empty()))
        .isEqualTo(EntryType.OTHER);
  }

  @Test
  void theAddressComesFromTheProxiesIfItIsMissing() throws IOException {
    Map<Integer, Object> values =
        Map.of(Tags.PROXY_ADDRESSES, List.of("smtp:old@example.com", "SMTP:New@example.com"));
    byte[] book = new BookWriter(Tags.ENTRY).write("", "", "", 1, List.of(values));
    AddressBookEntry entry = Books.read(book).get(0);
    assertThat(entry.smtpAddress()).isEqualTo("New@example.com");
    assertThat(entry.smtpAddresses()).containsExactly("new@example.com", "old@example.com");
  }

  @Test
  void anUnknownTypeOfValuesCutsItsEntryShortOnly() throws IOException {
    byte[] book =
        new BookWriter(List.of(Tags.SMTP_ADDRESS, 0x1234001F, Tags.ALIAS))
            .write(
                "",
                "",
                "",
                1,
                List.of(
                    Map.of(Tags.SMTP_ADDRESS, "a@b.test", 0x1234001F, "12345678", Tags.ALIAS, "a"),
                    Map.of(Tags.SMTP_ADDRESS, "c@d.test", Tags.ALIAS, "c")));
    int tagAt = indexOf(book, new byte[] {0x1F, 0, 0x34, 0x12});
    book[tagAt] = 0x40;
    try (AddressBookReader reader = open(book)) {
      AddressBookEntry first = reader.next().orElseThrow();
      AddressBookEntry second = reader.next().orElseThrow();
      assertThat(first.smtpAddress() + first.alias()).isEqualTo("a@b.test");
      assertThat(second.smtpAddress() + second.alias()).isEqualTo("c@d.testc");
      assertThat(reader.cutShort()).isEqualTo(1);
    }
  }

  @Test
  void theChecksumIsTheOneOfTheFormat() {
    byte[] vector = "OAB test vector".getBytes(StandardCharsets.US_ASCII);
    assertThat(OabInputStream.unfinishedCrc(vector, vector.length)).isEqualTo(0x5219F33C);
  }

  @Test
  void aFlippedBitIsFoundByTheChecksumOfItsBlock() {
    byte[] file = OabFile.pack(Books.write(TWO), OabFile.BLOCK, Blocks.RAW, 1 << 15);
    file[file.length - 5] ^= 1;
    assertFails(file, Problem.CHECKSUM, Place.FILE, 28);
  }

  @Test
  void aFileThatEndsEarlySaysWhere() {
    byte[] file = OabFile.pack(Books.write(TWO));
    assertFails(Arrays.copyOf(file, 100), Problem.TRUNCATED, Place.FILE, 100);
    byte[] content = Books.write(TWO);
    int short1 = content.length - 1;
    assertFails(Arrays.copyOf(content, short1), Problem.TRUNCATED, Place.CONTENT, short1);
  }

  @Test
  void somethingElseIsNoAddressBook() {
    assertFails("<html>".getBytes(), Problem.NOT_AN_ADDRESS_BOOK, Place.FILE, 0);
    assertFails("MSCF0000".getBytes(), Problem.NOT_AN_ADDRESS_BOOK, Place.FILE, 0);
    assertFails(new byte[0], Problem.TRUNCATED, Place.FILE, 0);
    byte[] differential = {3, 0, 0, 0, 2, 0, 0, 0};
    assertFails(differential, Problem.UNSUPPORTED, Place.FILE, 4);
    byte[] version3 = Books.write(TWO);
    version3[0] = 7;
    assertFails(OabFile.pack(version3), Problem.UNSUPPORTED, Place.CONTENT, 0);
  }

  @Test
  void hugeNumbersAreRefusedBeforeMemoryIsTaken() {
    byte[] file = OabFile.pack(Books.write(TWO));
    assertFails(with(file, 8, 0x7FFFFFFF), Problem.TOO_LARGE, Place.FILE, 8);
    assertFails(with(file, 20, 0x7FFFFFFF), Problem.DAMAGED, Place.FILE, 20);
    assertFails(with(file, 24, 0x7FFFFFFF), Problem.DAMAGED, Place.FILE, 24);
    byte[] content = Books.write(TWO);
    assertFails(with(content, 16, 0x7FFFFFFF), Problem.TOO_LARGE, Place.CONTENT, 16);
    int header = 12 + 3 * 4 + 8 * (4 + Tags.ENTRY.size());
    assertFails(with(content, header, 0x7FFFFFFF), Problem.TOO_LARGE, Place.CONTENT, header);
    assertFails(with(content, header, 3), Problem.DAMAGED, Place.CONTENT, header);
  }

  /** A text of one byte would take forty in memory. */
  @Test
  void anEntryOfCountlessTextsIsRefused() throws IOException {
    byte[] most = withProxies(RecordCursor.MOST_TEXTS);
    assertThat(Books.read(most).get(0).proxyAddresses()).hasSize(RecordCursor.MOST_TEXTS);
    byte[] tooMany = withProxies(RecordCursor.MOST_TEXTS + 1);
    assertThatThrownBy(() -> Books.read(tooMany))
        .isInstanceOfSatisfying(
            OabException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
  }

  private static byte[] withProxies(int count) {
    Map<Integer, Object> values = Map.of(Tags.PROXY_ADDRESSES, Collections.nCopies(count, ""));
    return new BookWriter(Tags.ENTRY).write("", "", "", 1, List.of(values));
  }

  @Test
  void anAddressBookLargerThanAllowedIsRefused() {
    OabLimits small = new OabLimits(100, 1 << 20, 1000, 50);
    byte[] file = OabFile.pack(Books.write(TWO));
    assertThatThrownBy(() -> AddressBookReader.open(new ByteArrayInputStream(file), small))
        .isInstanceOfSatisfying(
            OabException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
  }

  @Test
  void bytesBehindTheLastEntryAreTold() throws IOException {
    byte[] content = Books.write(TWO);
    try (AddressBookReader reader = open(Arrays.copyOf(content, content.length + 9))) {
      reader.next();
      reader.next();
      assertThat(reader.next()).isEmpty();
      assertThat(reader.leftOver()).isEqualTo(9);
    }
  }

  static AddressBookReader open(byte[] file) throws IOException {
    return AddressBookReader.open(new ByteArrayInputStream(file), OabLimits.USUAL);
  }

  private static void assertFails(byte[] file, Problem problem, Place place, long offset) {
    assertThatThrownBy(() -> Books.read(file))
        .isInstanceOfSatisfying(
            OabException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.place()).isEqualTo(place);
              assertThat(e.offset()).isEqualTo(offset);
              assertThat(e).hasMessageContaining("at byte " + offset + " ");
            });
  }

  private static byte[] with(byte[] file, int at, int value) {
    byte[] changed = file.clone();
    for (int i = 0; i < 4; i++) {
      changed[at + i] = (byte) (value >>> (8 * i));
    }
    return changed;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    return IntStream.range(0, bytes.length - wanted.length)
        .filter(i -> Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length))
        .findFirst()
        .orElseThrow();
  }
}
