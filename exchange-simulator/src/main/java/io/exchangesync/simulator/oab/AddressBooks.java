package io.exchangesync.simulator.oab;

import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes the directory as an offline address book: a new generation with the next sequence
 * number whenever somebody asks and the directory has changed.
 *
 * <p>The number outlives the process; older files can be had for a while, because somebody may be
 * downloading them.
 */
public final class AddressBooks {
  static final String ORGANIZATION = "/o=Simulator/ou=Exchange Administrative Group";
  static final String DN = "/";
  static final String NAME = "\\Default Global Address List";

  private static final String ID = "5b7e7d4c-1f0e-4c55-9c0b-6f1c2f0a7d10";
  private static final int KEPT = 3;

  private final Store store;
  private final Clock clock;
  private final Path state;
  private final Deque<Generation> generations = new ArrayDeque<>();
  private String published = "";
  private int sequence;

  private AddressBooks(Store store, Clock clock, Path state) {
    this.store = store;
    this.clock = clock;
    this.state = state;
  }

  /**
   * @param data folder that keeps the sequence number
   */
  public static AddressBooks open(Store store, Clock clock, Path data) {
    AddressBooks books = new AddressBooks(store, clock, data.resolve("address-book.sequence"));
    books.load();
    return books;
  }

  /** Where the files are: a folder below /OAB. */
  public String path() {
    return "/OAB/" + ID + "/";
  }

  /** The state of the directory now. */
  public synchronized Generation newest() {
    List<Map<Integer, Object>> entries =
        store.mailboxes().stream().map(MailboxStore::info).map(DirectoryEntries::entry).toList();
    BookWriter writer = new BookWriter(Tags.ENTRY);
    String now = Generation.sha1(writer.write(NAME, DN, ID, 0, entries));
    if (!now.equals(published) || generations.isEmpty()) {
      if (!now.equals(published)) {
        sequence++;
        published = now;
        save();
      }
      byte[] content = writer.write(NAME, DN, ID, sequence, entries);
      generations.addFirst(
          Generation.of(ID, sequence, clock.instant().truncatedTo(ChronoUnit.SECONDS), content));
      if (generations.size() > KEPT) {
        generations.removeLast();
      }
    }
    return generations.getFirst();
  }

  /** The generation to which a file belongs. */
  public synchronized Optional<Generation> withFile(String name) {
    return generations.stream().filter(one -> one.fileName().equals(name)).findFirst();
  }

  private void load() {
    try {
      if (Files.exists(state)) {
        String[] words = Files.readString(state, StandardCharsets.UTF_8).strip().split(" ");
        sequence = Integer.parseInt(words[0]);
        published = words[1];
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void save() {
    try {
      Files.writeString(state, sequence + " " + published, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
