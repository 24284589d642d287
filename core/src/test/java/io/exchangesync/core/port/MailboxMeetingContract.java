package io.exchangesync.core.port;

import static io.exchangesync.core.port.MailboxSamples.anAppointment;
import static io.exchangesync.core.port.MailboxSamples.oneHour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Meeting.Part;
import io.exchangesync.core.model.Meeting.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Meetings are read with everybody in them, and answered without a mail. */
public abstract class MailboxMeetingContract extends MailboxContractBase {
  private MeetingFixture others;

  @Override
  protected abstract MeetingFixture fixture();

  @BeforeEach
  void letOthersInviteTheSameMailbox() {
    others = (MeetingFixture) fixture;
  }

  @Test
  void anInvitationIsReadWithOrganizerAttendeesAndTheOwnersReply() {
    MailboxAppointment invited = invited();
    assertThat(invited.meetingRole()).isEqualTo(MeetingRole.ATTENDEE);
    assertThat(invited.subject()).isEqualTo("review");
    assertThat(invited.uid()).isNotEmpty();
    Meeting meeting = invited.meeting().orElseThrow();
    assertThat(meeting.organizer().smtp()).isEqualTo(MeetingFixture.ORGANIZER);
    assertThat(meeting.attendees())
        .extracting(a -> a.address().smtp() + " " + a.part())
        .containsExactlyInAnyOrder(
            mailbox.address() + " REQUIRED", MeetingFixture.GUEST + " OPTIONAL");
    assertThat(meeting.myResponse()).isEqualTo(Response.NONE);
    assertThat(meeting.cancelled()).isFalse();
  }

  @Test
  void aPlainAppointmentIsNoMeeting() {
    assertThat(read(create(anAppointment("a")).id()).meeting()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Response.class,
      names = {"ACCEPTED", "TENTATIVE"})
  void aReplyIsKeptAndItsChangeKeyIsAnswered(Response response) {
    MailboxAppointment invited = invited();
    String position = positionNow();
    ItemVersion replied = ok(applyOne(new MailboxWrite.Reply(invited.version(), response)));
    MailboxAppointment stored = read(invited.version().id());
    assertThat(stored.meeting().orElseThrow().myResponse()).isEqualTo(response);
    assertThat(stored.version()).isEqualTo(replied).isNotEqualTo(invited.version());
    assertThat(allChanges(Optional.of(position)).present())
        .extracting(ItemHead::version)
        .containsExactly(replied);
  }

  @Test
  void aDeclinedMeetingLeavesTheCalendarForDeletedItems() {
    MailboxAppointment invited = invited();
    String position = positionNow();
    Answer<ItemVersion> answer =
        applyOne(new MailboxWrite.Reply(invited.version(), Response.DECLINED));
    assertThat(ok(answer)).isEqualTo(invited.version());
    assertProblem(readOne(invited.version().id()), ItemProblem.Type.NOT_FOUND);
    assertThat(allChanges(Optional.of(position)).deleted()).containsExactly(invited.version().id());
    assertThat(fixture.subjectsInDeletedItems(mailbox)).contains("review");
  }

  @Test
  void aReplyToWhatChangedMeanwhileIsRefused() {
    MailboxAppointment invited = invited();
    fixture.changeOutside(mailbox, invited.version().id(), item -> item.categories(List.of("x")));
    assertProblem(
        applyOne(new MailboxWrite.Reply(invited.version(), Response.ACCEPTED)),
        ItemProblem.Type.CHANGED_MEANWHILE);
    assertThat(read(invited.version().id()).meeting().orElseThrow().myResponse())
        .isEqualTo(Response.NONE);
  }

  @Test
  void aReplyToWhatIsGoneIsNotFound() {
    MailboxAppointment invited = invited();
    fixture.deleteOutside(mailbox, invited.version().id());
    assertProblem(
        applyOne(new MailboxWrite.Reply(invited.version(), Response.ACCEPTED)),
        ItemProblem.Type.NOT_FOUND);
  }

  @Test
  void nobodyRepliesWithNothing() {
    ItemVersion version = new ItemVersion(new ItemId("id"), "ck");
    assertThatThrownBy(() -> new MailboxWrite.Reply(version, Response.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MailboxWrite.Reply(version, Response.ORGANIZER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutMailsNoAttendeeIsEverWritten() {
    Attendee guest =
        new Attendee(new Address(MeetingFixture.GUEST, "Guest"), Part.REQUIRED, Response.NONE);
    Optional<Meeting> meeting =
        Optional.of(
            new Meeting(
                new Address(mailbox.address(), ""), List.of(guest), Response.ORGANIZER, false));
    MailboxAppointment stored =
        read(create(anAppointment("a").with().meeting(meeting).build()).id());
    assertThat(stored.meeting()).isEmpty();
    MailboxAppointment wanted = stored.with().subject("b").meeting(meeting).build();
    ok(applyOne(new MailboxWrite.Update(stored, wanted)));
    MailboxAppointment after = read(stored.version().id());
    assertThat(after.subject()).isEqualTo("b");
    assertThat(after.meeting()).isEmpty();
    assertThat(after.meetingRole()).isEqualTo(MeetingRole.NONE);
  }

  @Test
  void withoutMailsTheAttendeesThatAreThereStay() {
    ItemVersion own = fixture.createMeetingOutside(mailbox, oneHour(), MeetingRole.ORGANIZER);
    MailboxAppointment stored = read(own.id());
    ok(
        applyOne(
            new MailboxWrite.Update(
                stored, stored.with().subject("b").meeting(Optional.empty()).build())));
    MailboxAppointment after = read(own.id());
    assertThat(after.subject()).isEqualTo("b");
    assertThat(after.meeting()).isEqualTo(stored.meeting());
    assertThat(after.meetingRole()).isEqualTo(MeetingRole.ORGANIZER);
  }

  private MailboxAppointment invited() {
    return read(others.inviteOutside(mailbox, oneHour(), "review").id());
  }
}
