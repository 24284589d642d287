package io.exchangesync.simulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** All mailboxes of the server, kept in one journal file of the data folder. */
public final class Store implements AutoCloseable {
  private final Map<String, MailboxStore> bySmtp = new ConcurrentSkipListMap<>();
  private final Map<String, MailboxStore> byGuid = new ConcurrentHashMap<>();
  private final Journal journal;

  private Store(Path file) throws IOException {
    if (Files.exists(file)) {
      Journal.replay(file, this::replay);
    }
    List<Entry> state = new ArrayList<>();
    bySmtp.values().forEach(mailbox -> state.addAll(mailbox.snapshot()));
    this.journal = Journal.rewrite(file, state);
  }

  /** Opens the data folder, making it if need be; what a killed process left is taken up. */
  public static Store open(Path folder) {
    try {
      Files.createDirectories(folder);
      return new Store(folder.resolve("mailboxes.journal"));
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + folder + " cannot be used", e);
    }
  }

  /** The mailbox with this address; made with its standard folders when it is new. */
  public synchronized MailboxStore addMailbox(
      String smtp, String displayName, String password, Set<MailboxInfo.Role> roles) {
    Optional<MailboxStore> known = mailbox(smtp);
    if (known.isPresent()) {
      known
          .get()
          .updateInfo(
              i ->
                  new MailboxInfo(i.guid(), i.smtp(), displayName, password, roles, i.delegates()));
      return known.get();
    }
    MailboxInfo info =
        new MailboxInfo(
            UUID.randomUUID().toString(), normal(smtp), displayName, password, roles, Map.of());
    MailboxStore mailbox = new MailboxStore(info, this::write);
    write(new Entry.MailboxPut(info));
    StandardFolders.create(mailbox);
    register(mailbox, info);
    return mailbox;
  }

  public Optional<MailboxStore> mailbox(String smtp) {
    return Optional.ofNullable(bySmtp.get(normal(smtp)));
  }

  public Optional<MailboxStore> mailboxByGuid(String guid) {
    return Optional.ofNullable(byGuid.get(guid));
  }

  /** In the order of their addresses. */
  public Collection<MailboxStore> mailboxes() {
    return bySmtp.values();
  }

  @Override
  public void close() {
    journal.close();
  }

  private void write(Entry entry) {
    journal.append(entry);
  }

  private void replay(Entry entry) {
    if (entry instanceof Entry.MailboxPut put && !byGuid.containsKey(put.info().guid())) {
      register(new MailboxStore(put.info(), this::write), put.info());
      return;
    }
    MailboxStore mailbox = byGuid.get(entry.mailbox());
    if (mailbox != null) {
      mailbox.replay(entry);
    }
  }

  private void register(MailboxStore mailbox, MailboxInfo info) {
    bySmtp.put(info.smtp(), mailbox);
    byGuid.put(info.guid(), mailbox);
  }

  private static String normal(String smtp) {
    return smtp.strip().toLowerCase(Locale.ROOT);
  }
}
