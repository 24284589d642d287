package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.Guests.Guest;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Meeting.Part;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.settings.MeetingSettings.Invitations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is invited, seen by the organizer: child rows of a booking master, attendees of the
 * organizer's item (schema 4.8).
 *
 * <p>Invariant: both sides name everybody by identity ({@link Who}); an address is chosen only when
 * somebody is added, and one that is in the item already stays. An attendee whom no address tells
 * is never taken away.
 *
 * <p>A linked colleague's reply is written by the colleague's own pass, but for what was replied
 * before there was a row, and a refusal, whose item his mailbox may never have shown us. Attendees
 * are written to Exchange by setting {@code invitations} only, and never taken away by {@code
 * none}.
 */
final class ParticipantsLens implements FieldLens {
  private final People people;
  private final Invitations invitations;

  ParticipantsLens(People people, Invitations invitations) {
    this.people = people;
    this.invitations = invitations;
  }

  @Override
  public Field field() {
    return Field.PARTICIPANTS;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    if (!row.bookingMaster()) {
      return Optional.empty();
    }
    Map<String, Guest> guests = new TreeMap<>();
    participants(row).stream()
        .filter(one -> one.status() != Replies.CANCELLED)
        .forEach(
            one ->
                guests.putIfAbsent(
                    Who.of(one, people), new Guest("", Replies.of(one.type(), one.status()))));
    return Optional.of(Guests.text(guests));
  }

  private static List<Participant> participants(CrmAppointment row) {
    return row.booking().map(CrmBooking::participants).orElse(List.of());
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    MailboxAppointment found = item.item();
    return found.meetingRole() == MeetingRole.ORGANIZER && found.meeting().isPresent()
        ? Optional.of(Guests.text(new Invited(people, item.base()).guests(found.meeting().get())))
        : Optional.empty();
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    Map<String, Guest> left = Guests.parse(wanted);
    List<Participant> after = new ArrayList<>();
    Set<String> rows = new HashSet<>();
    Set<Integer> persons = new HashSet<>();
    for (Participant one : participants(row)) {
      String who = Who.of(one, people);
      Optional<Response> reply = Optional.ofNullable(left.get(who)).map(Guest::reply);
      if (one.status() == Replies.CANCELLED) {
        after.add(one);
      } else if (reply.isPresent()) {
        rows.add(who);
        persons.add(one.personId());
        boolean his = one.associateId() != 0 && people.linked(one.associateId());
        after.add(his && reply.get() != Response.DECLINED ? one : answered(one, reply.get()));
      }
    }
    persons.remove(0);
    left.keySet().removeAll(rows);
    left.forEach(
        (who, guest) ->
            people
                .byIdentity(who)
                .filter(one -> one.associateId() != row.associateId())
                .filter(one -> one.personId() == 0 || persons.add(one.personId()))
                .map(one -> guest.address().isEmpty() ? one : one.with(guest.address()))
                .ifPresent(one -> after.add(answered(one, guest.reply()))));
    boolean booking = row.bookingMaster() || !after.isEmpty();
    String uid = row.booking().map(CrmBooking::eventUid).orElse("");
    return booking ? row.with().booking(Optional.of(new CrmBooking(after, uid))).build() : row;
  }

  private static Participant answered(Participant one, Response reply) {
    if (reply == Replies.of(one.type(), one.status())) {
      return one;
    }
    boolean asked = one.associateId() != 0 && !one.resource();
    if (!asked && reply != Response.DECLINED) {
      return one.with(Replies.ANSWERED, Replies.NOT_STARTED);
    }
    return one.with(Replies.type(reply, one.type()), Replies.status(reply));
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    MailboxAppointment found = item.item();
    if (invitations == Invitations.NONE || found.meetingRole() == MeetingRole.ATTENDEE) {
      return item;
    }
    Set<String> wanting = new TreeSet<>(Guests.parse(wanted).keySet());
    Invited invited = new Invited(people, item.base());
    List<Attendee> before = found.meeting().map(Meeting::attendees).orElse(List.of());
    Map<String, Attendee> added = added(wanting, before, invited);
    Set<String> reached = new HashSet<>();
    List<Attendee> attendees = new ArrayList<>();
    for (Attendee one : before) {
      boolean stays =
          wanting.contains(invited.who(one.address()))
              || Who.opaque(invited.who(one.address()))
              || newlyHis(one, wanting);
      if (stays) {
        attendees.add(one);
        reached.add(one.address().smtp());
      }
    }
    added.values().stream()
        .filter(one -> reached.add(one.address().smtp()))
        .forEach(attendees::add);
    if (!attendees.equals(before)) {
      mustBeReachable(before);
    }
    Address organizer = found.meeting().map(Meeting::organizer).orElseGet(people::owner);
    return attendees.isEmpty() && found.meeting().isEmpty()
        ? item
        : item.with(
            found
                .with()
                .meetingRole(MeetingRole.ORGANIZER)
                .meeting(Optional.of(new Meeting(organizer, attendees, Response.ORGANIZER, false)))
                .build());
  }

  /** Those wanted who have no address of theirs in the item yet and can be written to. */
  private Map<String, Attendee> added(Set<String> wanted, List<Attendee> before, Invited invited) {
    Set<String> there = new HashSet<>();
    before.forEach(one -> there.add(invited.who(one.address())));
    Map<String, Attendee> added = new TreeMap<>();
    for (String who : wanted) {
      boolean reached =
          there.contains(who) || before.stream().anyMatch(one -> newlyHis(one, Set.of(who)));
      if (!reached) {
        asked(who).ifPresent(one -> added.put(who, one));
      }
    }
    return added;
  }

  /** Whether an attendee has an address of one of them, whoever it belonged to before. */
  private boolean newlyHis(Attendee one, Set<String> wanted) {
    return !one.address().smtp().isEmpty()
        && wanted.stream().anyMatch(who -> people.addresses(who).contains(one.address().smtp()));
  }

  private static void mustBeReachable(List<Attendee> before) {
    if (!before.stream().allMatch(one -> one.address().reachable())) {
      throw new UnmappableException(
          Field.PARTICIPANTS,
          "An attendee of the meeting is known by name alone and would be lost when others are"
              + " written; change the attendees in Outlook.");
    }
  }

  private Optional<Attendee> asked(String who) {
    Optional<Participant> one = people.byIdentity(who);
    String address =
        one.map(Participant::email).filter(text -> !text.isEmpty()).orElse(Who.address(who));
    return address.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Attendee(
                new Address(address, one.map(Participant::name).orElse("")),
                one.filter(Participant::resource).isPresent() ? Part.RESOURCE : Part.REQUIRED,
                Response.NONE));
  }
}
