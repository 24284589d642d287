package io.exchangesync.benchmarks;

import io.exchangesync.exchange.oab.AddressBookReader;
import io.exchangesync.simulator.oab.BookWriter;
import io.exchangesync.simulator.oab.OabFile;
import io.exchangesync.simulator.oab.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** How long it takes to read an offline address book; the first reading is that of a new JVM. */
final class BookReading {
  private static final int SMALL = 4_000;
  private static final int LARGE = 100_000;
  private static final int READINGS = 3;

  private final Path folder;
  private final Report report;

  BookReading(Path folder, Report report) {
    this.folder = folder;
    this.report = report;
  }

  void measure() throws IOException {
    report.say("Offline address book, read entry by entry");
    measure(SMALL);
    measure(LARGE);
  }

  private void measure(int entries) throws IOException {
    byte[] content =
        new BookWriter(Tags.ENTRY)
            .write("All", "/", "id", 1, IntStream.range(0, entries).mapToObj(this::entry).toList());
    Path file = Files.write(folder.resolve("book-" + entries + ".lzx"), OabFile.pack(content));
    StringBuilder times = new StringBuilder();
    for (int reading = 0; reading < READINGS; reading++) {
      long start = System.nanoTime();
      int read = read(file);
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      if (read != entries) {
        throw new IllegalStateException(read + " entries were read instead of " + entries);
      }
      times.append("  %.3f s".formatted(Report.seconds(time)));
    }
    report.say(
        "  %6d entries, %5.1f MB, compressed %5.1f MB:%s",
        entries, content.length / 1e6, Files.size(file) / 1e6, times);
  }

  private static int read(Path file) throws IOException {
    int read = 0;
    try (AddressBookReader book = AddressBookReader.open(file)) {
      for (var entry = book.next(); entry.isPresent(); entry = book.next()) {
        read++;
      }
    }
    return read;
  }

  /** About as much as Exchange tells of a person. */
  private Map<Integer, Object> entry(int number) {
    Random random = new Random(number);
    String alias = "user" + Integer.toString(random.nextInt(1 << 30), 36);
    Map<Integer, Object> values = new HashMap<>();
    values.put(Tags.LEGACY_DN, "/o=Org/ou=Exchange Administrative Group/cn=Recipients/cn=" + alias);
    values.put(Tags.SMTP_ADDRESS, alias + "@example.com");
    values.put(Tags.DISPLAY_NAME, "Person " + alias);
    values.put(Tags.DISPLAY_TYPE, 0);
    values.put(Tags.DISPLAY_TYPE_EX, number % 50 == 0 ? 7 : 0x40000000);
    values.put(Tags.OBJECT_TYPE, 6);
    values.put(Tags.ALIAS, alias);
    values.put(Tags.DEPARTMENT, "Department " + random.nextInt(40));
    values.put(Tags.OFFICE, "Office " + random.nextInt(200));
    values.put(Tags.BUSINESS_PHONE, "+47 22 " + random.nextInt(1_000_000));
    values.put(
        Tags.PROXY_ADDRESSES,
        List.of("SMTP:" + alias + "@example.com", "smtp:" + alias + "@old.example.com"));
    return values;
  }
}
