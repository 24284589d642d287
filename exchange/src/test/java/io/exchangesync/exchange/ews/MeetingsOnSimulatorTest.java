package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Meeting.Part;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MailboxWrite.Mails;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meetings between mailboxes of one server: whom mails reach, and that they reach nobody else. */
class MeetingsOnSimulatorTest {
  private static final Instant NINE = Instant.parse("2026-05-12T07:00:00Z");
  private static final String ROOM = "room@example.com";

  private final SimulatorFixture fixture = SimulatorFixture.basic(Access.IMPERSONATION);
  private final Mailbox mailbox = fixture.newMailbox();
  private final Mailbox guest = fixture.newMailbox();
  private final Mailbox other = fixture.newMailbox();
  private MailboxSession session;

  @BeforeEach
  void open() {
    fixture.simulator().addRoom(ROOM, "Room", "room-password");
    session = fixture.gateway().open(mailbox);
  }

  @AfterEach
  void close() {
    session.close();
    fixture.close();
  }

  @Test
  void askedForMailsAMeetingReachesItsAttendeesAndTheirRepliesAreRead() {
    MailboxAppointment meeting = read(session, ok(create(meeting(guest.address()), Mails.SEND)));
    assertThat(mails()).containsExactlyInAnyOrder("INVITATION user2@", "INVITATION room@");
    assertThat(meeting.meetingRole()).isEqualTo(MeetingRole.ORGANIZER);
    assertThat(meeting.meeting().orElseThrow().organizer().smtp()).isEqualTo(mailbox.address());
    assertThat(meeting.meeting().orElseThrow().myResponse()).isEqualTo(Response.ORGANIZER);
    assertThat(responses(meeting))
        .containsExactly("user2@ REQUIRED NONE", "room@ RESOURCE ACCEPTED");
    try (MailboxSession theirs = fixture.gateway().open(guest)) {
      MailboxAppointment delivered = only(theirs);
      assertThat(delivered.uid()).isEqualTo(meeting.uid());
      assertThat(delivered.cleanGlobalObjectId()).isEqualTo(meeting.cleanGlobalObjectId());
    }
    try (OutlookUser outlook = fixture.owner(guest)) {
      outlook.accept(outlook.inCalendar("review").id().value());
    }
    assertThat(responses(read(session, meeting.version())))
        .containsExactly("user2@ REQUIRED ACCEPTED", "room@ RESOURCE ACCEPTED");
  }

  @Test
  void askedForMailsAnUpdateReachesThoseConcerned() {
    MailboxAppointment meeting = read(session, ok(create(meeting(guest.address()), Mails.SEND)));
    fixture.simulator().outbox().clear();
    MailboxAppointment both =
        meeting.with().meeting(meeting(guest.address(), other.address()).meeting()).build();
    meeting = read(session, ok(update(meeting, both, Mails.SEND)));
    assertThat(mails()).containsExactly("INVITATION user3@");

    fixture.simulator().outbox().clear();
    MailboxAppointment one = meeting.with().meeting(meeting(other.address()).meeting()).build();
    meeting = read(session, ok(update(meeting, one, Mails.SEND)));
    assertThat(mails()).containsExactly("CANCELLATION user2@");
    assertThat(responses(meeting))
        .containsExactly("user3@ REQUIRED NONE", "room@ RESOURCE ACCEPTED");

    fixture.simulator().outbox().clear();
    ok(update(meeting, meeting.with().when(at(NINE.plusSeconds(7200))).build(), Mails.SEND));
    assertThat(mails()).containsExactlyInAnyOrder("UPDATE user3@", "UPDATE room@");
  }

  @Test
  void withoutMailsAnUpdateReachesNobodyAndRemovesNobody() {
    MailboxAppointment meeting = read(session, ok(create(meeting(guest.address()), Mails.SEND)));
    fixture.simulator().outbox().clear();
    MailboxAppointment wanted =
        meeting
            .with()
            .when(at(NINE.plusSeconds(7200)))
            .meeting(meeting(other.address()).meeting())
            .build();
    MailboxAppointment after = read(session, ok(update(meeting, wanted, Mails.NONE)));
    assertThat(after.when()).isEqualTo(wanted.when());
    assertThat(responses(after)).anyMatch(one -> one.startsWith("user2@"));
    ok(apply(new MailboxWrite.Delete(after.version())));
    assertThat(mails()).isEmpty();
    try (MailboxSession theirs = fixture.gateway().open(guest)) {
      assertThat(only(theirs).when()).isEqualTo(at(NINE));
      assertThat(only(theirs).meeting().orElseThrow().cancelled()).isFalse();
    }
  }

  @Test
  void askedForMailsADeleteCallsTheMeetingOff() {
    ItemVersion meeting = sent(meeting(guest.address()));
    fixture.simulator().outbox().clear();
    ok(apply(new MailboxWrite.Delete(meeting, Mails.SEND)));
    assertThat(mails()).containsExactlyInAnyOrder("CANCELLATION user2@", "CANCELLATION room@");
    try (MailboxSession theirs = fixture.gateway().open(guest)) {
      assertThat(only(theirs).meeting().orElseThrow().cancelled()).isTrue();
    }
  }

  @Test
  void aReplyIsSilentAndTheOrganizersItemStaysAsItIs() {
    ItemVersion meeting = ok(create(meeting(guest.address()), Mails.SEND));
    fixture.simulator().outbox().clear();
    try (MailboxSession theirs = fixture.gateway().open(guest)) {
      ItemVersion delivered = only(theirs).version();
      ItemVersion accepted =
          ok(theirs.apply(List.of(new MailboxWrite.Reply(delivered, Response.ACCEPTED))).get(0));
      ok(theirs.apply(List.of(new MailboxWrite.Reply(accepted, Response.DECLINED))).get(0));
      assertThat(theirs.changes(Optional.empty()).present()).isEmpty();
    }
    assertThat(mails()).isEmpty();
    MailboxAppointment own = read(session, meeting);
    assertThat(responses(own)).contains("user2@ REQUIRED NONE");
  }

  @Test
  void theOrganizersOwnReplyIsRefusedInPlainWordsAndItsNeighboursAreNot() {
    ItemVersion meeting = sent(meeting(guest.address()));
    ItemVersion invited = fixture.inviteOutside(mailbox, at(NINE), "other review");
    List<Answer<ItemVersion>> answers =
        session.apply(
            List.of(
                new MailboxWrite.Reply(meeting, Response.ACCEPTED),
                new MailboxWrite.Reply(invited, Response.TENTATIVE)));
    ItemProblem problem = answers.get(0).failure().orElseThrow();
    assertThat(problem.type()).isEqualTo(ItemProblem.Type.FATAL);
    assertThat(problem.message()).startsWith("The organizer of a meeting does not reply.");
    assertThat(answers.get(1).result()).isPresent();
  }

  @Test
  void theExceptionsOfAMeetingReachItsAttendeesWhenAskedForMails() {
    LocalDate first = LocalDate.of(2026, 5, 12);
    When.Timed later = at(NINE.plusSeconds(7 * 86_400 + 3600));
    MailboxAppointment plain = meeting(guest.address());
    MailboxAppointment moved = plain.with().type(CalendarItemType.EXCEPTION).when(later).build();
    MailboxSeries series =
        new MailboxSeries(
            new Recurrence(new Recurrence.Rule.Daily(7), first, new Recurrence.End.After(4)),
            List.of(new MailboxSeries.Exception(first.plusDays(7), moved)),
            Set.of(first.plusDays(14)));
    MailboxAppointment value =
        plain.with().type(CalendarItemType.MASTER).series(Optional.of(series)).build();
    MailboxAppointment own = read(session, ok(create(value, Mails.SEND)));
    try (MailboxSession theirs = fixture.gateway().open(guest)) {
      MailboxSeries delivered = only(theirs).series().orElseThrow();
      assertThat(delivered.exceptions())
          .filteredOn(exception -> exception.originalDate().equals(first.plusDays(7)))
          .extracting(exception -> exception.content().when())
          .containsExactly(later);
    }
    fixture.simulator().outbox().clear();
    MailboxSeries bare = new MailboxSeries(series.recurrence(), List.of(), Set.of());
    ok(update(own, own.with().series(Optional.of(bare)).build(), Mails.NONE));
    assertThat(mails()).isEmpty();
  }

  @Test
  void allRequestsAboutMeetingsObeyMicrosoftsSchemas() {
    String folder = System.getenv("EXSYNC_EWS_SCHEMAS");
    assumeThat(folder)
        .as("EXSYNC_EWS_SCHEMAS names no folder with messages.xsd and types.xsd")
        .isNotNull();
    List<String> requests = Collections.synchronizedList(new ArrayList<>());
    fixture
        .simulator()
        .tap((request, answer) -> requests.add(new String(request, StandardCharsets.UTF_8)));
    MailboxAppointment own = read(session, ok(create(meeting(guest.address()), Mails.SEND)));
    MailboxAppointment alone =
        own.with()
            .meeting(Optional.of(new Meeting(new Address("", ""), List.of(), Response.NONE, false)))
            .build();
    ok(update(own, alone, Mails.SEND));
    ItemVersion invited = fixture.inviteOutside(mailbox, at(NINE), "other review");
    for (Response response : List.of(Response.ACCEPTED, Response.TENTATIVE, Response.DECLINED)) {
      invited = ok(apply(new MailboxWrite.Reply(invited, response)));
    }
    EwsSchemas schemas = new EwsSchemas(Path.of(folder));
    assertThat(requests)
        .anyMatch(request -> request.contains("DeclineItem"))
        .anyMatch(request -> request.contains("DeleteItemField"));
    for (String request : requests) {
      if (request.contains("Version=\"Exchange2010_SP2\"")) {
        assertThatCode(() -> schemas.validateBody(request)).as(request).doesNotThrowAnyException();
      }
    }
  }

  /** As it is after the room has replied. */
  private ItemVersion sent(MailboxAppointment meeting) {
    return read(session, ok(create(meeting, Mails.SEND))).version();
  }

  private Answer<ItemVersion> create(MailboxAppointment value, Mails mails) {
    return apply(new MailboxWrite.Create(value, mails));
  }

  private Answer<ItemVersion> update(
      MailboxAppointment before, MailboxAppointment after, Mails mails) {
    return apply(new MailboxWrite.Update(before, after, mails));
  }

  private Answer<ItemVersion> apply(MailboxWrite write) {
    return session.apply(List.of(write)).get(0);
  }

  /** What left, without the replies of the room. */
  private List<String> mails() {
    return fixture.simulator().outbox().mails().stream()
        .filter(mail -> !mail.from().equals(ROOM))
        .map(mail -> mail.kind() + " " + mail.to().replace("example.com", ""))
        .toList();
  }

  private static List<String> responses(MailboxAppointment meeting) {
    return meeting.meeting().orElseThrow().attendees().stream()
        .map(
            a ->
                String.join(
                    " ",
                    a.address().smtp().replace("example.com", ""),
                    a.part().name(),
                    a.response().name()))
        .toList();
  }

  private static MailboxAppointment only(MailboxSession session) {
    List<ItemHead> heads = session.changes(Optional.empty()).present();
    assertThat(heads).hasSize(1);
    return read(session, heads.get(0).version());
  }

  private static MailboxAppointment read(MailboxSession session, ItemVersion version) {
    return (MailboxAppointment) session.read(List.of(version.id())).get(0).result().orElseThrow();
  }

  private static ItemVersion ok(Answer<ItemVersion> answer) {
    assertThat(answer.failure()).isEmpty();
    return answer.result().orElseThrow();
  }

  private static When.Timed at(Instant start) {
    return new When.Timed(start, start.plusSeconds(3600), SimulatorFixture.ZONE);
  }

  /** A meeting in the room with these people. */
  private static MailboxAppointment meeting(String... people) {
    List<Attendee> attendees =
        Stream.concat(
                Stream.of(people)
                    .map(p -> new Attendee(new Address(p, ""), Part.REQUIRED, Response.NONE)),
                Stream.of(new Attendee(new Address(ROOM, "Room"), Part.RESOURCE, Response.NONE)))
            .toList();
    return MailboxAppointment.blank(at(NINE))
        .with()
        .subject("review")
        .meeting(
            Optional.of(new Meeting(new Address("", ""), attendees, Response.ORGANIZER, false)))
        .build();
  }
}
