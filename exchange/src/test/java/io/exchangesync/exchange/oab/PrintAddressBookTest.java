package io.exchangesync.exchange.oab;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.oab.OabFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintAddressBookTest {
  private static final List<AddressBookEntry> ENTRIES =
      List.of(
          Books.entry("anna@example.com", "Zoë\tBerg\nof 山", EntryType.MAILBOX),
          Books.entry("room4@example.com", "Room 4", EntryType.ROOM),
          Books.entry("all@example.com", "Everybody", EntryType.DISTRIBUTION_LIST),
          Books.entry("", "No address", EntryType.OTHER));
  private static final String LINES =
      """
      anna@example.com\tZoë Berg of 山\tmailbox
      room4@example.com\tRoom 4\troom
      all@example.com\tEverybody\tdistribution list
      \tNo address\tother
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void compressedAndUncompressedFilesArePrinted() throws IOException {
    assertThat(print(file("book.lzx", OabFile.pack(Books.write(ENTRIES))))).isZero();
    assertThat(text(out)).isEqualTo(LINES);
    out.reset();
    assertThat(print(file("book.oab", Books.write(ENTRIES)))).isZero();
    assertThat(text(out)).isEqualTo(LINES);
    assertThat(text(err)).isEmpty();
  }

  @Test
  void aBrokenFileIsNamedWithItsPlace() throws IOException {
    byte[] content = Books.write(ENTRIES);
    Path file = file("book.oab", Arrays.copyOf(content, content.length - 3));
    assertThat(print(file)).isEqualTo(1);
    assertThat(text(out)).isEqualTo(LINES.substring(0, LINES.indexOf("\tNo")));
    assertThat(text(err))
        .isEqualTo(
            file
                + ": the data ends too early, at byte "
                + (content.length - 3)
                + " of the decompressed address book\n");
  }

  @Test
  void leftOverBytesAreAWarning() throws IOException {
    byte[] content = Books.write(ENTRIES);
    Path file = file("book.oab", Arrays.copyOf(content, content.length + 3));
    assertThat(print(file)).isZero();
    assertThat(text(err)).isEqualTo(file + ": warning: 3 bytes follow the last entry\n");
  }

  @Test
  void wrongArgumentsShowTheUsage() {
    assertThat(PrintAddressBook.run(new String[0], stream(out), stream(err))).isEqualTo(2);
    assertThat(text(err)).startsWith("usage: java -jar exchange.jar BOOK");
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing.lzx");
    assertThat(print(missing)).isEqualTo(1);
    assertThat(text(err)).isEqualTo(missing + ": there is no such file\n");
  }

  /** The process has 16 MB of heap; its file decompresses to more than that. */
  @Test
  void aHundredThousandEntriesArePrintedInLittleMemory() throws Exception {
    Random random = new Random(1);
    List<AddressBookEntry> entries =
        IntStream.range(0, 100_000).mapToObj(i -> Books.random(random, i)).toList();
    byte[] content = Books.write(entries);
    assertThat(content.length).isGreaterThan(24 << 20);
    Path file = file("large.lzx", OabFile.pack(content));
    Path printed = folder.resolve("printed.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-cp",
                "target/classes",
                PrintAddressBook.class.getName(),
                file.toString())
            .redirectOutput(printed.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(folder.resolve("errors.txt"))).isEmpty();
    assertThat(process.exitValue()).isZero();
    try (Stream<String> lines = Files.lines(printed)) {
      assertThat(lines.toList()).isEqualTo(entries.stream().map(Books::line).toList());
    }
  }

  private int print(Path file) {
    return PrintAddressBook.run(new String[] {file.toString()}, stream(out), stream(err));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
