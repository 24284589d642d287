package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Meeting.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Exchange's transport between mailboxes in memory: brings invitations, changes, replies and
 * cancellations, and keeps a list of the mails that left.
 */
public final class MemoryPost {
  private final Map<String, MemoryMailbox> mailboxes;
  private final List<String> sent = new ArrayList<>();
  private final Map<String, String> aliases = new HashMap<>();

  MemoryPost(Map<String, MemoryMailbox> mailboxes) {
    this.mailboxes = mailboxes;
  }

  /** Mail to this address too comes to the mailbox. */
  public void alias(String address, String mailbox) {
    aliases.put(address, mailbox);
  }

  private MemoryMailbox box(String address) {
    return mailboxes.get(aliases.getOrDefault(address, address));
  }

  private boolean same(String one, String other) {
    return aliases.getOrDefault(one, one).equals(aliases.getOrDefault(other, other));
  }

  /** Mails that left, oldest first. */
  public List<String> sent() {
    return List.copyOf(sent);
  }

  /** Forgets the mails so far, such as those that users of Outlook sent. */
  public void forget() {
    sent.clear();
  }

  /** A user of Outlook invites to a meeting; answers the organizer's item. */
  public ItemVersion invite(String organizer, MailboxAppointment value, List<String> attendees) {
    ItemVersion made =
        mailboxes
            .get(organizer)
            .create(
                value
                    .with()
                    .meetingRole(MeetingRole.ORGANIZER)
                    .meeting(Optional.of(meeting(organizer, attendees, Map.of())))
                    .build());
    deliver(organizer, made);
    return made;
  }

  /** A user of Outlook changes his meeting and sends the update. */
  public void update(
      String organizer, ItemVersion item, UnaryOperator<MailboxAppointmentBuilder> change) {
    MemoryMailbox box = mailboxes.get(organizer);
    box.change(item.id(), each -> asked(change.apply(each)));
    deliver(organizer, item);
  }

  /** A user of Outlook changes who is invited, keeping the replies of those who stay. */
  public void reinvite(String organizer, ItemVersion item, List<String> attendees) {
    MemoryMailbox box = mailboxes.get(organizer);
    Meeting before = box.find(item.id()).orElseThrow().meeting().orElseThrow();
    Map<String, Response> replies = new HashMap<>();
    before.attendees().forEach(one -> replies.put(one.address().smtp(), one.response()));
    String uid = box.find(item.id()).orElseThrow().uid();
    before.attendees().stream()
        .map(one -> one.address().smtp())
        .filter(one -> !attendees.contains(one))
        .forEach(one -> cancel(one, uid));
    box.change(
        item.id(), each -> each.meeting(Optional.of(meeting(organizer, attendees, replies))));
    deliver(organizer, item);
  }

  /** A user of Outlook calls his meeting off. */
  public void cancel(String organizer, ItemVersion item) {
    MailboxAppointment gone = mailboxes.get(organizer).find(item.id()).orElseThrow();
    mailboxes.get(organizer).delete(item.id());
    cancelAll(gone);
  }

  void cancelAll(MailboxAppointment gone) {
    gone.meeting().stream()
        .flatMap(meeting -> meeting.attendees().stream())
        .forEach(one -> cancel(one.address().smtp(), gone.uid()));
  }

  private void cancel(String attendee, String uid) {
    sent.add("cancelled to " + attendee);
    copy(attendee, uid)
        .ifPresent(
            item ->
                box(attendee)
                    .change(
                        item.version().id(),
                        each ->
                            each.meeting(
                                item.meeting()
                                    .map(
                                        m ->
                                            new Meeting(
                                                m.organizer(),
                                                m.attendees(),
                                                m.myResponse(),
                                                true)))));
  }

  /** A user of Outlook replies; a refused meeting leaves his calendar. */
  public void reply(String attendee, String uid, Response response) {
    MailboxAppointment item = copy(attendee, uid).orElseThrow();
    MemoryMailbox box = box(attendee);
    box.change(
        item.version().id(),
        each -> each.meeting(item.meeting().map(m -> m.withMyResponse(response))));
    if (response == Response.DECLINED) {
      box.delete(item.version().id());
    }
    String organizer = item.meeting().orElseThrow().organizer().smtp();
    sent.add("reply to " + organizer);
    organizers(organizer, uid)
        .ifPresent(
            theirs ->
                mailboxes
                    .get(organizer)
                    .change(
                        theirs.version().id(),
                        each ->
                            each.meeting(theirs.meeting().map(m -> with(m, attendee, response)))));
  }

  /** Brings the organizer's item to everybody invited. */
  void deliver(String organizer, ItemVersion version) {
    MailboxAppointment item = mailboxes.get(organizer).find(version.id()).orElseThrow();
    for (Attendee one : item.meeting().orElseThrow().attendees()) {
      String address = one.address().smtp();
      sent.add("invited " + address);
      MemoryMailbox box = box(address);
      if (box == null) {
        continue;
      }
      Optional<MailboxAppointment> known = copy(address, item.uid());
      Optional<Meeting> theirs =
          item.meeting().map(meeting -> meeting.withMyResponse(one.response()));
      if (known.isPresent()) {
        box.change(
            known.get().version().id(),
            each ->
                each.when(item.when())
                    .type(item.type())
                    .series(item.series())
                    .subject(item.subject())
                    .location(item.location())
                    .body(item.body())
                    .meeting(theirs));
      } else {
        box.create(
            MailboxAppointment.blank(item.when())
                .with()
                .uid(item.uid())
                .type(item.type())
                .series(item.series())
                .subject(item.subject())
                .location(item.location())
                .body(item.body())
                .meetingRole(MeetingRole.ATTENDEE)
                .meeting(theirs)
                .build());
      }
    }
  }

  /** The copy of a meeting in an attendee's calendar. */
  public Optional<MailboxAppointment> copy(String attendee, String uid) {
    return found(attendee, uid, MeetingRole.ATTENDEE);
  }

  private Optional<MailboxAppointment> organizers(String organizer, String uid) {
    return found(organizer, uid, MeetingRole.ORGANIZER);
  }

  private Optional<MailboxAppointment> found(String address, String uid, MeetingRole role) {
    MemoryMailbox box = box(address);
    return box == null
        ? Optional.empty()
        : box.items().stream()
            .filter(item -> item.uid().equals(uid) && item.meetingRole() == role)
            .findFirst();
  }

  private static Meeting meeting(
      String organizer, List<String> attendees, Map<String, Response> replies) {
    return new Meeting(
        new Address(organizer, organizer),
        attendees.stream()
            .map(
                each ->
                    new Attendee(
                        new Address(each, each),
                        Meeting.Part.REQUIRED,
                        replies.getOrDefault(each, Response.NONE)))
            .toList(),
        Response.ORGANIZER,
        false);
  }

  private Meeting with(Meeting meeting, String attendee, Response response) {
    return new Meeting(
        meeting.organizer(),
        meeting.attendees().stream()
            .map(
                one ->
                    same(one.address().smtp(), attendee)
                        ? new Attendee(one.address(), one.part(), response)
                        : one)
            .toList(),
        meeting.myResponse(),
        meeting.cancelled());
  }

  /** A new time asks everybody anew. */
  private static MailboxAppointmentBuilder asked(MailboxAppointmentBuilder changed) {
    MailboxAppointment item = changed.build();
    return changed.meeting(
        item.meeting()
            .map(
                meeting ->
                    new Meeting(
                        meeting.organizer(),
                        meeting.attendees().stream()
                            .map(one -> new Attendee(one.address(), one.part(), Response.NONE))
                            .toList(),
                        meeting.myResponse(),
                        meeting.cancelled())));
  }
}
