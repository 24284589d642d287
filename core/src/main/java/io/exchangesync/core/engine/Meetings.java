package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Observation;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.plan.MeetingFacts;
import io.exchangesync.core.plan.MeetingFacts.Delivery;
import io.exchangesync.core.plan.MeetingFacts.Organizer;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.plan.Surplus;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.settings.MeetingSettings.Invitations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds to candidates what other mailboxes say about their meetings, and pairs an item that Exchange
 * delivered with the participant's row its UID names.
 *
 * <p>Other mailboxes are only read. A group without meetings costs nothing.
 */
final class Meetings {
  private final Ports ports;
  private final PlanContext context;
  private final Claim claim;
  private final AddressBook book;
  private final MailboxSession session;
  private final MeetingPeople people;
  private final Bookings bookings;
  private final List<PendingChange> again = new ArrayList<>();

  Meetings(
      Ports ports, PlanContext context, Claim claim, AddressBook book, MailboxSession session) {
    this.ports = ports;
    this.context = context;
    this.claim = claim;
    this.book = book;
    this.session = session;
    this.people = new MeetingPeople(ports, claim, book);
    this.bookings = new Bookings(ports, context.owner().associateId(), claim);
  }

  /** The group with what is known elsewhere; a row that found its item stands with it. */
  List<Candidate> know(List<Candidate> group) {
    if (context.kind() != Kind.APPOINTMENT || group.stream().noneMatch(Meetings::meeting)) {
      return group;
    }
    people.meet(
        group.stream().flatMap(each -> item(each).stream()).toList(),
        group.stream().flatMap(each -> row(each).stream()).toList());
    bookings.read(
        group.stream()
            .flatMap(each -> child(each).stream())
            .map(CrmAppointment::motherRecord)
            .collect(Collectors.toSet()));
    List<Candidate> known = group.stream().map(people::upgraded).map(this::know).toList();
    Set<Integer> arrived =
        known.stream()
            .filter(each -> each.meeting().delivery() == Delivery.ARRIVED)
            .map(Candidate::recordId)
            .collect(Collectors.toSet());
    Set<Integer> paired =
        known.stream()
            .filter(each -> each.match() == Match.IDENTITY)
            .map(Candidate::recordId)
            .collect(Collectors.toSet());
    return known.stream()
        .filter(
            each ->
                each.match() == Match.IDENTITY
                    || each.meeting().delivery() == Delivery.ARRIVED
                    || !paired.contains(each.recordId()) && !arrived.contains(each.recordId()))
        .toList();
  }

  /** Delivered items that have to be looked at once ours are gone; empties the list. */
  List<PendingChange> takeAgain() {
    List<PendingChange> taken = List.copyOf(again);
    again.clear();
    return taken;
  }

  private static boolean meeting(Candidate candidate) {
    return item(candidate).filter(each -> each.meetingRole() != MeetingRole.NONE).isPresent()
        || child(candidate).isPresent()
        || row(candidate).filter(CrmAppointment::bookingMaster).isPresent();
  }

  private Candidate know(Candidate candidate) {
    if (child(candidate).isPresent()) {
      return ofChild(candidate, child(candidate).get());
    }
    Optional<MailboxAppointment> attended =
        item(candidate).filter(each -> each.meetingRole() == MeetingRole.ATTENDEE);
    Optional<Mailbox> organizer = attended.flatMap(people::organizer);
    if (organizer.isEmpty()) {
      return attended
          .filter(item -> alone(candidate, item))
          .flatMap(people::formerOrganizer)
          .map(former -> byIdentity(candidate, attended.get(), former))
          .orElse(candidate);
    }
    Candidate waiting =
        candidate.with(new MeetingFacts(Organizer.LINKED, Optional.empty(), Delivery.OURS));
    return alone(candidate, attended.get())
        ? byIdentity(waiting, attended.get(), organizer.get())
        : ofPlain(waiting, attended.get(), organizer.get());
  }

  private static boolean alone(Candidate candidate, MailboxAppointment item) {
    return row(candidate).isEmpty() && Effect.live(candidate).isEmpty() && holds(item);
  }

  /** A plain row that was made before the organizer was linked, seen with what he made since. */
  private Candidate ofPlain(Candidate waiting, MailboxAppointment item, Mailbox organizer) {
    Optional<CrmAppointment> plain =
        row(waiting)
            .filter(row -> Effect.live(waiting).isPresent() && holds(item))
            .filter(row -> !row.bookingMaster());
    return plain
        .flatMap(row -> bookings.booked(item, organizer))
        .filter(bookings::free)
        .map(child -> Surplus.of(plain.get(), child) ? Delivery.BOOKED_BESIDE : Delivery.BOOKED)
        .map(
            delivery ->
                waiting.with(new MeetingFacts(Organizer.LINKED, Optional.empty(), delivery)))
        .orElse(waiting);
  }

  /** Has the owner's plain row of a meeting looked at, once a participant's row of it is there. */
  private void lookAtPlain(CrmAppointment child, Link organizers) {
    ports.links().byUids(claim.kind(), List.of(organizers.uid())).stream()
        .filter(link -> link.mailboxId() == claim.mailbox().id())
        .filter(link -> link.recordId() != child.recordId())
        .map(
            link ->
                new PendingChange(
                    0,
                    link.mailboxId(),
                    link.kind(),
                    link.recordId(),
                    Optional.empty(),
                    false,
                    ports.clock().instant()))
        .forEach(again::add);
  }

  /**
   * A delivered item and the participant's row that belongs to it, once the organizer made it; the
   * row stays his also when he is linked no more.
   */
  private Candidate byIdentity(Candidate waiting, MailboxAppointment item, Mailbox organizer) {
    Optional<CrmAppointment> child = bookings.booked(item, organizer);
    if (child.isEmpty()) {
      return waiting;
    }
    Optional<Link> ours = bookings.live(claim.mailbox(), child.get().recordId());
    return ours.isPresent()
        ? replaced(waiting, child.get(), ours.get())
        : ofChild(paired(waiting, child.get()), child.get());
  }

  private static Candidate paired(Candidate item, CrmRecord row) {
    return new Candidate(
        item.link(),
        new Observation.Present<>(row),
        item.mailbox(),
        Match.IDENTITY,
        item.item(),
        item.released(),
        item.recentWrites(),
        item.meeting(),
        item.pending());
  }

  /** The item that we wrote before Exchange delivered its own: it is looked at instead. */
  private Candidate replaced(Candidate delivered, CrmAppointment row, Link ours) {
    Optional<MailboxItem> item =
        ours.item().map(ItemVersion::id).flatMap(id -> session.read(List.of(id)).get(0).result());
    boolean plain =
        item.filter(MailboxAppointment.class::isInstance)
            .map(MailboxAppointment.class::cast)
            .filter(each -> each.meetingRole() == MeetingRole.NONE)
            .isPresent();
    if (!plain) {
      return delivered;
    }
    again.add(
        new PendingChange(
            0,
            claim.mailbox().id(),
            claim.kind(),
            0,
            delivered.item().map(ItemVersion::id),
            false,
            ports.clock().instant()));
    return new Candidate(
        Optional.of(ours),
        new Observation.Present<>(row),
        new Observation.Present<>(item.get()),
        Match.NONE,
        item.map(MailboxItem::version),
        false,
        0,
        new MeetingFacts(delivered.meeting().organizer(), Optional.empty(), Delivery.ARRIVED),
        delivered.pending());
  }

  private Candidate ofChild(Candidate candidate, CrmAppointment child) {
    Optional<CrmAppointment> master = bookings.row(child.motherRecord());
    Optional<Mailbox> organizer =
        master
            .flatMap(each -> book.mailboxOf(each.associateId()))
            .filter(each -> each.id() != claim.mailbox().id());
    Candidate seen = candidate.with(withParticipants(child, master));
    if (organizer.isEmpty()) {
      return seen;
    }
    Optional<Link> organizers = bookings.live(organizer.get(), child.motherRecord());
    boolean invited = organizers.filter(people::invited).isPresent();
    boolean attended = item(candidate).filter(Meetings::holds).isPresent();
    boolean deleted = invited && candidate.mailbox() instanceof Observation.Deleted<?>;
    Optional<MailboxItem> copy =
        deleted || attended && differs(candidate, child)
            ? organizers.flatMap(link -> read(organizer.get(), link))
            : Optional.empty();
    Delivery delivery =
        invited || attended
            ? Delivery.EXCHANGE
            : organizers.isEmpty() && undecided(organizer.get()) ? Delivery.OPEN : Delivery.OURS;
    if (delivery == Delivery.EXCHANGE && item(candidate).isEmpty() && bookings.free(child)) {
      organizers.ifPresent(link -> lookAtPlain(child, link));
    }
    return seen.with(new MeetingFacts(Organizer.LINKED, copy, delivery));
  }

  /** The row with everybody on the booking, so that its item can name them. */
  private static CrmAppointment withParticipants(
      CrmAppointment child, Optional<CrmAppointment> master) {
    return master
        .flatMap(CrmAppointment::booking)
        .map(booking -> child.onEachRow(row -> row.with().booking(Optional.of(booking)).build()))
        .orElse(child);
  }

  /** Whether the owner is invited to something that still takes place. */
  private static boolean holds(MailboxAppointment item) {
    return item.meetingRole() == MeetingRole.ATTENDEE
        && item.meeting().filter(Meeting::cancelled).isEmpty();
  }

  private boolean undecided(Mailbox organizer) {
    return organizer.state() == Mailbox.State.FIRST_LINK
        || context.settings().kinds().meetings().invitations() == Invitations.ATTENDEES;
  }

  private boolean differs(Candidate candidate, CrmAppointment child) {
    var crm = context.mapping().readCrm(child);
    var mailbox =
        context
            .mapping()
            .readMailbox(item(candidate).orElseThrow(), candidate.link().map(Link::base));
    return Stream.of(
            Field.WHEN, Field.PATTERN, Field.EXCEPTIONS, Field.SUBJECT, Field.BODY, Field.LOCATION)
        .anyMatch(field -> !crm.get(field).equals(mailbox.get(field)));
  }

  private Optional<MailboxItem> read(Mailbox organizer, Link link) {
    try (MailboxSession theirs = ports.mailboxes().open(organizer, claim.kind())) {
      return link.item()
          .map(ItemVersion::id)
          .flatMap(id -> theirs.read(List.of(id)).get(0).result());
    } catch (SyncException unreachable) {
      return Optional.empty();
    }
  }

  private static Optional<CrmAppointment> child(Candidate candidate) {
    return row(candidate).filter(CrmAppointment::bookingChild);
  }

  private static Optional<CrmAppointment> row(Candidate candidate) {
    return candidate
        .crm()
        .content()
        .filter(CrmAppointment.class::isInstance)
        .map(CrmAppointment.class::cast);
  }

  private static Optional<MailboxAppointment> item(Candidate candidate) {
    return candidate
        .mailbox()
        .content()
        .filter(MailboxAppointment.class::isInstance)
        .map(MailboxAppointment.class::cast);
  }
}
