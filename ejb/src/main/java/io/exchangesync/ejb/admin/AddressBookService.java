package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Associate;
import io.exchangesync.core.port.CrmDirectory;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.ejb.store.ConnectionStore;
import io.exchangesync.exchange.oab.AddressBookEntry;
import io.exchangesync.exchange.oab.EntryType;
import io.exchangesync.exchange.oab.download.AddressBookCache.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The mailboxes that Exchange's address books tell of, and which users they belong to. */
@ApplicationScoped
public class AddressBookService {
  private static final int PAGE = 500;

  @Inject ConnectionStore store;
  @Inject KeptAddressBooks books;
  @Inject CrmDirectory directory;
  @Inject MailboxStore mailboxes;

  /**
   * @throws AdminException.NotFound if there is no such connection
   */
  public AddressBookView view(int connection) {
    return books.view(connection, existing(connection));
  }

  /**
   * Sets where the address book is.
   *
   * @param url on the host of the EWS URL, because the sign-in is sent there
   * @throws AdminException.NotFound if there is no such connection
   * @throws AdminException.Rejected if the URL can't be one
   */
  public AddressBookView setUrl(int connection, URI url) {
    Map<String, String> settings = new TreeMap<>(existing(connection));
    URI ews = ConnectionSettings.url(settings).orElseThrow();
    if (!String.valueOf(ews.getAuthority()).equalsIgnoreCase(url.getAuthority())
        || !ews.getScheme().equalsIgnoreCase(url.getScheme())) {
      throw new AdminException.Rejected(
          "url",
          "must begin with %s://%s as the EWS URL does, because the sign-in is sent there"
              .formatted(ews.getScheme(), ews.getAuthority()));
    }
    settings.put(ConnectionSettings.OAB_URL, url.toString());
    store.replace(connection, settings);
    return view(connection);
  }

  /**
   * Asks Exchange for the newest address book now.
   *
   * @throws AdminException.Conflict if no address is set
   * @throws AdminException.SideFailed if Exchange refuses or sends something else
   */
  public AddressBookView refresh(int connection) {
    books.refresh(connection, existing(connection));
    return view(connection);
  }

  /**
   * Entries with a diary whose name or address contains a text, in the order of the book.
   *
   * @param type only such entries; empty = mailboxes, rooms and equipment
   * @param after number of the entry behind which the page begins
   */
  public List<Found> find(
      int connection, String text, Optional<EntryType> type, int after, int limit) {
    String part = text.strip().toLowerCase(Locale.ROOT);
    return books.find(
        connection,
        existing(connection),
        entry ->
            type.map(wanted -> entry.type() == wanted).orElseGet(() -> entry.type().hasDiary())
                && contains(entry, part),
        after,
        limit);
  }

  /** Mailbox ids by the lower-case addresses to which users are linked. */
  public Map<String, Integer> linkedAddresses() {
    Map<String, Integer> linked = new HashMap<>();
    linked().forEach(mailbox -> linked.put(lower(mailbox.address()), mailbox.id()));
    return linked;
  }

  /**
   * Which unlinked users could be linked to which mailboxes, by their primary e-mail addresses.
   *
   * @param associates only these; empty = all
   */
  public List<LinkProposal> proposals(int connection, Set<Integer> associates) {
    Set<Integer> linkedUsers = new HashSet<>();
    linked().forEach(mailbox -> linkedUsers.add(mailbox.associateId()));
    List<Associate> wanted = new ArrayList<>();
    Set<String> addresses = new HashSet<>();
    int after = 0;
    List<Associate> page;
    do {
      page = directory.associates("", "", "", after, PAGE);
      for (Associate associate : page) {
        after = associate.id();
        if (!linkedUsers.contains(associate.id())
            && (associates.isEmpty() || associates.contains(associate.id()))) {
          wanted.add(associate);
          addresses.add(LinkProposals.address(associate));
        }
      }
    } while (page.size() == PAGE);
    List<AddressBookEntry> entries =
        books
            .find(
                connection,
                existing(connection),
                entry -> entry.smtpAddresses().stream().anyMatch(addresses::contains),
                0,
                Integer.MAX_VALUE)
            .stream()
            .map(Found::entry)
            .toList();
    return new LinkProposals(entries, linkedAddresses().keySet()).of(wanted);
  }

  private List<Mailbox> linked() {
    List<Mailbox> linked = new ArrayList<>();
    int after = 0;
    List<Mailbox> page;
    do {
      page = mailboxes.page(after, PAGE);
      for (Mailbox mailbox : page) {
        after = mailbox.id();
        if (mailbox.state() != Mailbox.State.UNLINKED) {
          linked.add(mailbox);
        }
      }
    } while (page.size() == PAGE);
    return linked;
  }

  private Map<String, String> existing(int connection) {
    Map<String, String> settings = store.read(connection);
    if (settings.isEmpty()) {
      throw new AdminException.NotFound("There is no connection " + connection + ".");
    }
    return settings;
  }

  private static boolean contains(AddressBookEntry entry, String part) {
    return lower(entry.displayName()).contains(part)
        || lower(entry.alias()).contains(part)
        || entry.smtpAddresses().stream().anyMatch(address -> address.contains(part));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
