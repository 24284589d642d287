package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.Mailbox.State;
import io.exchangesync.core.port.CrmDirectory;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.ejb.crm.sql.DatabaseTrouble;
import io.exchangesync.ejb.store.ConnectionStore;
import io.exchangesync.ejb.store.MailboxQueries;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Links and unlinks users, changes and looks at linked ones.
 *
 * <p>An address belongs to one linked user, and a user has one linked mailbox.
 */
@Stateless
public class MailboxService {
  private static final Set<Kind> SUPPORTED = EnumSet.allOf(Kind.class);

  @Inject MailboxStore mailboxes;
  @Inject LinkStore links;
  @Inject LeaseStore leases;
  @Inject CursorStore cursors;
  @Inject CrmDirectory directory;
  @Inject MailboxFigures figures;
  @Inject MailboxQueries queries;
  @Inject SameMailbox same;
  @Inject ConnectionStore connections;

  /**
   * What is to be changed; what is empty stays.
   *
   * @param rank lower ranks are served first
   */
  public record Change(
      Optional<Integer> rank,
      Optional<Set<Kind>> kinds,
      Optional<Activity> activity,
      Optional<String> address,
      Optional<Integer> connection) {

    /** One that leaves the connection as it is. */
    public Change(
        Optional<Integer> rank,
        Optional<Set<Kind>> kinds,
        Optional<Activity> activity,
        Optional<String> address) {
      this(rank, kinds, activity, address, Optional.empty());
    }

    public Change {
      Objects.requireNonNull(connection);
      Objects.requireNonNull(rank);
      Objects.requireNonNull(kinds);
      Objects.requireNonNull(activity);
      Objects.requireNonNull(address);
    }

    /** Whether the mailbox is worked on. */
    public enum Activity {
      PAUSE,
      RESUME
    }
  }

  /** Linked mailboxes by id, unlinked ones included. */
  public List<MailboxView> page(int after, int limit) {
    return figures.views(queries.page(Optional.empty(), after, limit));
  }

  /**
   * @throws AdminException.NotFound if it does not exist
   */
  public MailboxView get(int id) {
    return figures.view(mailbox(id));
  }

  /** Links a user on the first connection. */
  public MailboxView link(int associateId, String address, Set<Kind> kinds, int rank) {
    return link(associateId, address, kinds, rank, Mailbox.FIRST_CONNECTION);
  }

  /**
   * Links a user; if the same user was linked to the same address before, that link goes on with
   * its history. The mailbox is due at once and listed completely.
   *
   * @param connection number of the connection that reaches the mailbox
   * @throws AdminException.Rejected if SuperOffice has no such user, there is no such connection,
   *     or a kind is not supported
   * @throws AdminException.Conflict if the user or the address is linked already
   */
  public MailboxView link(
      int associateId, String address, Set<Kind> kinds, int rank, int connection) {
    supported(kinds);
    known(connection);
    if (directory.associate(associateId).isEmpty()) {
      throw new AdminException.Rejected(
          "associateId", "is no user or resource of SuperOffice that can be linked");
    }
    mailboxes
        .byAssociate(associateId)
        .ifPresent(
            linked -> {
              throw new AdminException.Conflict(
                  "Associate %d is linked to %s (mailbox %d). Unlink that one first."
                      .formatted(associateId, linked.address(), linked.id()));
            });
    List<Mailbox> withAddress = withAddress(address);
    free(withAddress, 0);
    int id =
        withAddress.stream()
            .filter(known -> known.associateId() == associateId)
            .map(Mailbox::id)
            .findFirst()
            .orElse(0);
    Mailbox linked =
        saved(
            new Mailbox(
                id,
                associateId,
                address,
                Mailbox.BackEnd.EWS,
                kinds,
                rank,
                State.FIRST_LINK,
                Optional.empty(),
                Instant.now(),
                connection));
    for (Kind kind : kinds) {
      leases.add(linked.id(), kind);
      begin(linked.id(), kind);
    }
    return get(linked.id());
  }

  /**
   * @throws AdminException.NotFound if it does not exist
   * @throws AdminException.Conflict if it is unlinked, or if the new address is that of another
   *     mailbox
   */
  public MailboxView change(int id, Change change) {
    Mailbox before = linked(id);
    change.kinds().ifPresent(MailboxService::supported);
    String address = change.address().orElse(before.address());
    int connection = change.connection().orElse(before.connection());
    if (!address.equalsIgnoreCase(before.address())) {
      free(withAddress(address), id);
    }
    if (connection != before.connection()) {
      known(connection);
    }
    if (!address.equalsIgnoreCase(before.address()) || connection != before.connection()) {
      same.check(before.at(address, connection));
    }
    Set<Kind> kinds = change.kinds().orElse(before.kinds());
    Mailbox after =
        new Mailbox(
            id,
            before.associateId(),
            address,
            before.backEnd(),
            kinds,
            change.rank().orElse(before.rank()),
            change.activity().map(activity -> state(before, activity)).orElse(before.state()),
            change.activity().isPresent() ? Optional.empty() : before.lastProblem(),
            before.linkedAt(),
            connection);
    mailboxes.save(after);
    for (Kind kind : kinds) {
      leases.add(id, kind);
      if (!before.kinds().contains(kind)) {
        leases.askFullListing(kind, List.of(id));
      }
    }
    boolean otherwiseShown =
        kinds.contains(Kind.SELECTION) != before.kinds().contains(Kind.SELECTION);
    if (otherwiseShown && kinds.contains(Kind.CONTACT)) {
      leases.askFullListing(Kind.CONTACT, List.of(id));
      leases.markDue(Kind.CONTACT, List.of(id), Instant.now());
    }
    return get(id);
  }

  private State state(Mailbox mailbox, Change.Activity activity) {
    if (activity == Change.Activity.PAUSE) {
      return State.PAUSED;
    }
    boolean wasRead =
        mailbox.kinds().stream()
            .anyMatch(kind -> cursors.mailboxPosition(mailbox.id(), kind).isPresent());
    return wasRead ? State.ACTIVE : State.FIRST_LINK;
  }

  /**
   * Ends the synchronization; neither side is touched and everything that is known stays.
   *
   * @throws AdminException.NotFound if it does not exist
   * @throws AdminException.Conflict if it is unlinked already
   */
  public MailboxView unlink(int id) {
    mailboxes.save(linked(id).withState(State.UNLINKED, Optional.empty()));
    return get(id);
  }

  /**
   * Makes the mailbox due at once.
   *
   * @throws AdminException.NotFound if it does not exist
   * @throws AdminException.Conflict if it is paused or unlinked
   */
  public MailboxView syncNow(int id) {
    Mailbox mailbox = linked(id);
    if (mailbox.state() == State.PAUSED) {
      throw new AdminException.Conflict(
          "Mailbox " + id + " is paused. Resume it first: PATCH with {\"paused\": false}.");
    }
    mailbox.kinds().forEach(kind -> leases.markDue(kind, List.of(id), Instant.now()));
    return get(id);
  }

  /**
   * Lets the settings as they are now reach what is linked already, at once.
   *
   * @throws AdminException.NotFound if it does not exist
   * @throws AdminException.Conflict if it is paused or unlinked
   */
  public MailboxView reapply(int id) {
    syncNow(id);
    mailbox(id).kinds().forEach(kind -> leases.askReapply(kind, List.of(id)));
    return get(id);
  }

  /** Links of a mailbox by key. */
  public List<Link> links(int id, Kind kind, int after, int limit) {
    mailbox(id);
    return links.page(id, kind, after, limit);
  }

  /**
   * @throws AdminException.NotFound if it does not exist
   */
  public Link link(int key) {
    return links
        .byKey(key)
        .orElseThrow(() -> new AdminException.NotFound("There is no link " + key + "."));
  }

  /** The first one may be set up after its mailboxes are linked. */
  private void known(int connection) {
    if (connection != Mailbox.FIRST_CONNECTION && connections.read(connection).isEmpty()) {
      throw new AdminException.Rejected("connection", "is no connection: look at /connections");
    }
  }

  private void begin(int id, Kind kind) {
    cursors.resetMailbox(id, kind);
    leases.askFullListing(kind, List.of(id));
    leases.markDue(kind, List.of(id), Instant.now());
  }

  /** The unique index refuses what another administrator linked since it was looked at. */
  private Mailbox saved(Mailbox mailbox) {
    try {
      return mailboxes.save(mailbox);
    } catch (RuntimeException e) {
      if (DatabaseTrouble.violatesConstraint(e)) {
        throw new AdminException.Conflict(
            "Associate %d was linked by somebody else at this moment; look at /mailboxes again."
                .formatted(mailbox.associateId()));
      }
      throw e;
    }
  }

  private List<Mailbox> withAddress(String address) {
    return figures.withAddress(address).stream()
        .flatMap(id -> mailboxes.byId(id).stream())
        .toList();
  }

  private static void free(List<Mailbox> withAddress, int exceptFor) {
    withAddress.stream()
        .filter(other -> other.state() != State.UNLINKED && other.id() != exceptFor)
        .findFirst()
        .ifPresent(
            other -> {
              throw new AdminException.Conflict(
                  "%s is linked with associate %d (mailbox %d). Unlink that one first."
                      .formatted(other.address(), other.associateId(), other.id()));
            });
  }

  private static void supported(Set<Kind> kinds) {
    if (!SUPPORTED.containsAll(kinds)) {
      throw new AdminException.Rejected("kinds", "may be " + SUPPORTED + " in this version");
    }
  }

  private Mailbox mailbox(int id) {
    return mailboxes
        .byId(id)
        .orElseThrow(() -> new AdminException.NotFound("There is no mailbox " + id + "."));
  }

  private Mailbox linked(int id) {
    Mailbox mailbox = mailbox(id);
    if (mailbox.state() == State.UNLINKED) {
      throw new AdminException.Conflict(
          "Mailbox " + id + " is unlinked. Link the user again: POST /mailboxes.");
    }
    return mailbox;
  }
}
