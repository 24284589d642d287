package io.exchangesync.core.mapping;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is invited, seen by the organizer: child rows of a booking master, attendees of the
 * organizer's item (schema 4.8).
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
    return row.bookingMaster()
        ? Optional.of(ParticipantsText.of(replies(participants(row))))
        : Optional.empty();
  }

  private static List<Participant> participants(CrmAppointment row) {
    return row.booking().map(CrmBooking::participants).orElse(List.of());
  }

  private static Map<String, Response> replies(List<Participant> participants) {
    Map<String, Response> replies = new TreeMap<>();
    participants.stream()
        .filter(one -> one.status() != Replies.CANCELLED)
        .forEach(one -> replies.putIfAbsent(who(one), Replies.of(one.type(), one.status())));
    return replies;
  }

  private static String who(Participant one) {
    if (!one.email().isEmpty()) {
      return one.email().toLowerCase(Locale.ROOT);
    }
    return one.associateId() != 0 ? "associate:" + one.associateId() : "person:" + one.personId();
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    MailboxAppointment found = item.item();
    return found.meetingRole() == MeetingRole.ORGANIZER && found.meeting().isPresent()
        ? Optional.of(ParticipantsText.of(attendees(found.meeting().get())))
        : Optional.empty();
  }

  private static Map<String, Response> attendees(Meeting meeting) {
    Map<String, Response> replies = new TreeMap<>();
    for (Attendee one : meeting.attendees()) {
      if (!one.address().smtp().isEmpty()) {
        Response reply = one.response() == Response.ORGANIZER ? Response.NONE : one.response();
        replies.putIfAbsent(one.address().smtp().toLowerCase(Locale.ROOT), reply);
      }
    }
    return replies;
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    Map<String, Response> left = ParticipantsText.parse(wanted);
    List<Participant> after = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Participant one : participants(row)) {
      Response reply = left.remove(who(one));
      if (one.status() == Replies.CANCELLED) {
        Optional.ofNullable(reply).ifPresent(again -> left.put(who(one), again));
        after.add(one);
      } else if (reply != null) {
        known.add(identity(one));
        boolean his = one.associateId() != 0 && people.linked(one.associateId());
        after.add(his && reply != Response.DECLINED ? one : answered(one, reply));
      }
    }
    left.forEach(
        (who, reply) ->
            people
                .byAddress(who)
                .filter(one -> one.associateId() != row.associateId())
                .filter(one -> known.add(identity(one)))
                .ifPresent(one -> after.add(answered(one, reply))));
    boolean booking = row.bookingMaster() || !after.isEmpty();
    String uid = row.booking().map(CrmBooking::eventUid).orElse("");
    return booking ? row.with().booking(Optional.of(new CrmBooking(after, uid))).build() : row;
  }

  private static String identity(Participant one) {
    return one.associateId() != 0 ? "a" + one.associateId() : "p" + one.personId();
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
    Set<String> left = new HashSet<>(ParticipantsText.parse(wanted).keySet());
    List<Attendee> attendees = new ArrayList<>();
    for (Attendee one : found.meeting().map(Meeting::attendees).orElse(List.of())) {
      if (left.remove(one.address().smtp().toLowerCase(Locale.ROOT))) {
        attendees.add(one);
      }
    }
    left.stream()
        .filter(who -> who.contains("@"))
        .sorted()
        .forEach(who -> attendees.add(asked(who)));
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

  private Attendee asked(String who) {
    Optional<Participant> one = people.byAddress(who);
    boolean resource = one.filter(Participant::resource).isPresent();
    return new Attendee(
        new Address(who, one.map(Participant::name).orElse("")),
        resource ? Part.RESOURCE : Part.REQUIRED,
        Response.NONE);
  }
}
