package io.exchangesync.core.engine;

import io.exchangesync.core.mapping.Guests;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.port.Claim;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is meant by the addresses in a group of candidates, so that both sides and what they agreed
 * on name everybody alike.
 */
final class MeetingPeople {
  private final Ports ports;
  private final Claim claim;
  private final AddressBook book;

  MeetingPeople(Ports ports, Claim claim, AddressBook book) {
    this.ports = ports;
    this.claim = claim;
    this.book = book;
  }

  /**
   * Looks up everybody in a group at once.
   *
   * @param rows with the participants of bookings
   */
  void meet(Collection<MailboxAppointment> items, Collection<CrmAppointment> rows) {
    book.lookUp(
        items.stream()
            .flatMap(each -> each.meeting().stream())
            .flatMap(MeetingPeople::addresses)
            .map(Address::smtp)
            .toList());
    rows.stream()
        .flatMap(Neighbours::rows)
        .flatMap(row -> row.booking().stream())
        .map(CrmBooking::participants)
        .flatMap(List::stream)
        .forEach(book::meet);
  }

  private static Stream<Address> addresses(Meeting meeting) {
    return meeting.myResponse() == Meeting.Response.ORGANIZER
        ? meeting.attendees().stream().map(Attendee::address)
        : Stream.of(meeting.organizer());
  }

  /** A candidate whose base names participants by identity, as readings do since there are such. */
  Candidate upgraded(Candidate candidate) {
    Optional<Link> link = candidate.link();
    boolean participants =
        link.map(Link::base)
            .filter(
                base ->
                    base.crm().get(Field.PARTICIPANTS).isPresent()
                        || base.mailbox().get(Field.PARTICIPANTS).isPresent())
            .isPresent();
    return participants
        ? candidate.with(link.get().withBase(upgraded(link.get().base())))
        : candidate;
  }

  private Base upgraded(Base base) {
    return new Base(
        base.crm()
            .get(Field.PARTICIPANTS)
            .map(text -> base.crm().with(Field.PARTICIPANTS, Guests.upgradedCrm(text, book)))
            .orElse(base.crm()),
        base.mailbox()
            .get(Field.PARTICIPANTS)
            .map(
                text -> base.mailbox().with(Field.PARTICIPANTS, Guests.upgradedMailbox(text, book)))
            .orElse(base.mailbox()),
        base.mappingVersion(),
        base.given());
  }

  /**
   * The linked mailbox of an item's organizer, unless it is this one. Another address of an
   * associate counts once his mailbox has the meeting: it may belong to a mailbox elsewhere.
   */
  Optional<Mailbox> organizer(MailboxAppointment item) {
    return item.meeting()
        .map(Meeting::organizer)
        .map(Address::smtp)
        .flatMap(
            smtp ->
                book.mailbox(smtp)
                    .or(() -> otherAddress(smtp).filter(mailbox -> holds(mailbox, item))))
        .filter(each -> each.id() != claim.mailbox().id());
  }

  private Optional<Mailbox> otherAddress(String smtp) {
    return book.byAddress(smtp).flatMap(one -> book.mailboxOf(one.associateId()));
  }

  private boolean holds(Mailbox mailbox, MailboxAppointment item) {
    return !item.uid().isEmpty()
        && ports.links().byUids(claim.kind(), List.of(item.uid())).stream()
            .anyMatch(link -> link.mailboxId() == mailbox.id());
  }

  /**
   * Whether the organizer's item, as it was last agreed on, has this mailbox among its attendees.
   */
  boolean invited(Link organizers) {
    return organizers
        .base()
        .mailbox()
        .get(Field.PARTICIPANTS)
        .filter(
            text -> Guests.invites(text, claim.mailbox().associateId(), claim.mailbox().address()))
        .isPresent();
  }
}
