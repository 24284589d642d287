package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTaskBuilder;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Meeting.Part;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.MailboxGateway;
import io.exchangesync.core.port.MeetingFixture;
import io.exchangesync.core.port.SeriesFixture;
import io.exchangesync.core.port.TaskFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract's fixture on the mailboxes in memory. */
final class MemoryMailboxFixture implements TaskFixture, MeetingFixture, SeriesFixture {
  private final MemoryMailboxGateway gateway = new MemoryMailboxGateway();
  private int mailboxes;

  @Override
  public MailboxGateway gateway() {
    return gateway;
  }

  @Override
  public Mailbox newMailbox() {
    int id = ++mailboxes;
    String address = "user" + id + "@example.com";
    gateway.mailbox(address);
    return new Mailbox(
        id,
        id,
        address,
        Mailbox.BackEnd.EWS,
        Set.of(Kind.APPOINTMENT, Kind.TASK),
        0,
        Mailbox.State.ACTIVE,
        Optional.empty(),
        Instant.EPOCH);
  }

  @Override
  public int batchSize() {
    return 50;
  }

  @Override
  public ItemVersion createOutside(Mailbox mailbox, MailboxAppointment value) {
    return at(mailbox).create(value);
  }

  @Override
  public ItemVersion changeOutside(
      Mailbox mailbox, ItemId id, UnaryOperator<MailboxAppointmentBuilder> change) {
    return at(mailbox).change(id, change);
  }

  @Override
  public void deleteOutside(Mailbox mailbox, ItemId id) {
    folder(mailbox, id).delete(id);
  }

  @Override
  public void moveAwayOutside(Mailbox mailbox, ItemId id) {
    at(mailbox).moveAway(id);
  }

  @Override
  public ItemVersion copyOutside(Mailbox mailbox, ItemId id) {
    return at(mailbox).copy(id);
  }

  @Override
  public ItemVersion createSeriesOutside(Mailbox mailbox, When.Timed first) {
    return at(mailbox)
        .create(MailboxAppointment.blank(first).with().type(CalendarItemType.MASTER).build());
  }

  @Override
  public void moveOccurrenceOutside(
      Mailbox mailbox, ItemId master, LocalDate originalDate, When.Timed to, String subject) {
    changeSeries(
        mailbox,
        master,
        (item, series) -> {
          MailboxAppointment moved =
              item.with().series(Optional.empty()).when(to).subject(subject).build();
          List<MailboxSeries.Exception> exceptions =
              Stream.concat(
                      series.exceptions().stream()
                          .filter(other -> !other.originalDate().equals(originalDate)),
                      Stream.of(new MailboxSeries.Exception(originalDate, moved)))
                  .toList();
          return new MailboxSeries(series.recurrence(), exceptions, series.deleted());
        });
  }

  @Override
  public void deleteOccurrenceOutside(Mailbox mailbox, ItemId master, LocalDate originalDate) {
    changeSeries(
        mailbox,
        master,
        (item, series) ->
            new MailboxSeries(
                series.recurrence(),
                series.exceptions().stream()
                    .filter(other -> !other.originalDate().equals(originalDate))
                    .toList(),
                Stream.concat(series.deleted().stream(), Stream.of(originalDate))
                    .collect(Collectors.toSet())));
  }

  private void changeSeries(
      Mailbox mailbox,
      ItemId master,
      BiFunction<MailboxAppointment, MailboxSeries, MailboxSeries> change) {
    MailboxAppointment item = at(mailbox).find(master).orElseThrow();
    MailboxSeries changed = change.apply(item, item.series().orElseThrow());
    at(mailbox).change(master, builder -> builder.series(Optional.of(changed)));
  }

  @Override
  public ItemVersion createMeetingOutside(Mailbox mailbox, When.Timed when, MeetingRole role) {
    Response own = role == MeetingRole.ORGANIZER ? Response.ORGANIZER : Response.NONE;
    return meeting(mailbox, when, "made in Outlook", role, own);
  }

  @Override
  public ItemVersion inviteOutside(Mailbox mailbox, When.Timed when, String subject) {
    return meeting(mailbox, when, subject, MeetingRole.ATTENDEE, Response.NONE);
  }

  private ItemVersion meeting(
      Mailbox mailbox, When.Timed when, String subject, MeetingRole role, Response own) {
    Address owner = new Address(mailbox.address(), "");
    Address organizer = role == MeetingRole.ORGANIZER ? owner : new Address(ORGANIZER, "");
    List<Attendee> attendees =
        Stream.of(
                new Attendee(owner, Part.REQUIRED, own),
                new Attendee(new Address(GUEST, ""), Part.OPTIONAL, Response.NONE))
            .filter(attendee -> !attendee.address().equals(organizer))
            .toList();
    return at(mailbox)
        .create(
            MailboxAppointment.blank(when)
                .with()
                .subject(subject)
                .meetingRole(role)
                .meeting(Optional.of(new Meeting(organizer, attendees, own, false)))
                .build());
  }

  @Override
  public List<String> subjectsInDeletedItems(Mailbox mailbox) {
    return Stream.<MailboxItem>concat(
            at(mailbox).deletedItems().stream(), tasks(mailbox).deletedItems().stream())
        .map(MailboxItem::subject)
        .toList();
  }

  @Override
  public List<String> mailsSent() {
    return gateway.mailsSent();
  }

  @Override
  public void close() {}

  @Override
  public ItemVersion createTaskOutside(Mailbox mailbox, MailboxTask value) {
    return tasks(mailbox).create(value);
  }

  @Override
  public ItemVersion changeTaskOutside(
      Mailbox mailbox, ItemId id, UnaryOperator<MailboxTaskBuilder> change) {
    return tasks(mailbox).change(id, change);
  }

  @Override
  public ItemVersion createWeeklyTaskOutside(Mailbox mailbox, LocalDate due) {
    return tasks(mailbox)
        .create(
            MailboxTask.BLANK
                .with()
                .due(Optional.of(due))
                .occurrence(MailboxTask.Occurrence.CURRENT_OF_SERIES)
                .build());
  }

  @Override
  public ItemVersion copyTaskOutside(Mailbox mailbox, ItemId id) {
    return tasks(mailbox).copy(id);
  }

  private MemoryTasks tasks(Mailbox mailbox) {
    return gateway.tasks(mailbox.address());
  }

  private MemoryFolder<?> folder(Mailbox mailbox, ItemId id) {
    return tasks(mailbox).find(id).isPresent() ? tasks(mailbox) : at(mailbox);
  }

  private MemoryMailbox at(Mailbox mailbox) {
    return gateway.mailbox(mailbox.address());
  }
}
