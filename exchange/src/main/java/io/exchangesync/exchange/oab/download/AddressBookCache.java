package io.exchangesync.exchange.oab.download;

import io.exchangesync.exchange.oab.AddressBookEntry;
import io.exchangesync.exchange.oab.AddressBookReader;
import io.exchangesync.exchange.oab.Manifest;
import io.exchangesync.exchange.oab.Manifest.AddressList;
import io.exchangesync.exchange.oab.OabException;
import io.exchangesync.exchange.oab.download.OabDownload.Fetched;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The newest address book of one distribution point, kept in a folder and read when it is asked.
 *
 * <p>A new generation takes the place of the old one only after it has been read to its end; the
 * one before stays until the next, for who is reading it. Thread-safe.
 */
public final class AddressBookCache {
  /** An address book is asked for again after this time. */
  public static final Duration FRESH = Duration.ofDays(1);

  private final Path folder;
  private final CachedBookFile state;
  private final Clock clock;

  /**
   * @param folder of this distribution point alone
   */
  public AddressBookCache(Path folder, Clock clock) {
    this.folder = folder;
    this.state = new CachedBookFile(folder);
    this.clock = clock;
  }

  /**
   * An entry with its place.
   *
   * @param number of the entry, from 1
   */
  public record Found(int number, AddressBookEntry entry) {}

  /** What is kept, if anything. */
  public Optional<CachedBook> book() throws IOException {
    return state.read();
  }

  /** Whether it is time to ask the server. */
  public boolean isDue() throws IOException {
    return book().map(book -> !book.checked().plus(FRESH).isAfter(clock.instant())).orElse(true);
  }

  /**
   * Asks the server; of several address lists the largest is taken, which holds the others.
   *
   * @return what is kept now
   * @throws OabException if what the server offers can't be used; what was kept stays
   * @throws io.exchangesync.core.port.SyncException as {@link OabDownload}
   */
  public synchronized CachedBook refresh(OabDownload download) throws IOException {
    Optional<CachedBook> known = book();
    Optional<Fetched> fetched =
        download.manifest(known.map(CachedBook::validators).orElse(Validators.NONE));
    CachedBook now =
        fetched.isEmpty() && known.isPresent()
            ? known.get().checkedAt(clock.instant().truncatedTo(ChronoUnit.SECONDS))
            : taken(download, fetched.orElseThrow(OabException::noFullFile));
    state.write(now);
    tidy(now, known);
    return now;
  }

  /**
   * Entries in the order of the book.
   *
   * @param after number of an entry behind which the search begins; 0 = from the start
   */
  public List<Found> find(Predicate<AddressBookEntry> wanted, int after, int most)
      throws IOException {
    List<Found> found = new ArrayList<>();
    Optional<CachedBook> book = book();
    if (book.isEmpty()) {
      return found;
    }
    try (AddressBookReader reader = AddressBookReader.open(book.get().file())) {
      int number = 1;
      for (var entry = reader.next();
          entry.isPresent() && found.size() < most;
          entry = reader.next()) {
        if (number > after && wanted.test(entry.get())) {
          found.add(new Found(number, entry.get()));
        }
        number++;
      }
    }
    return found;
  }

  private CachedBook taken(OabDownload download, Fetched fetched) throws IOException {
    AddressList list =
        fetched.manifest().lists().stream()
            .filter(each -> each.full().isPresent())
            .max(Comparator.comparingLong(each -> each.full().orElseThrow().uncompressedSize()))
            .orElseThrow(OabException::noFullFile);
    Manifest.File full = list.full().orElseThrow();
    Path file = download.file(full, folder);
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new CachedBook(
        file, list.name(), full.sequence(), entries(file), now, now, fetched.validators());
  }

  /** Reads a book to its end, so that a broken one is never used; it is not kept then. */
  private static long entries(Path file) throws IOException {
    try (AddressBookReader reader = AddressBookReader.open(file)) {
      long entries = 0;
      while (reader.next().isPresent()) {
        entries++;
      }
      return entries;
    } catch (OabException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void tidy(CachedBook now, Optional<CachedBook> before) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{lzx,part}")) {
      for (Path file : files) {
        boolean used =
            file.equals(now.file()) || before.filter(b -> b.file().equals(file)).isPresent();
        if (!used) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
