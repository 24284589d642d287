package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.MailboxWrite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One calendar in memory, as its owner sees it. */
public final class MemoryMailbox extends MemoryFolder<MailboxAppointment> {

  /** Changes an item whatever its change key. */
  public ItemVersion change(ItemId id, UnaryOperator<MailboxAppointmentBuilder> change) {
    return replace(id, item -> change.apply(item.with()).build());
  }

  @Override
  protected MailboxAppointment sent(MailboxAppointment value) {
    return value.with().meetingRole(MeetingRole.NONE).meeting(Optional.empty()).build();
  }

  @Override
  protected MailboxAppointment stored(
      MailboxAppointment value, ItemVersion version, Instant modified) {
    String uid = value.uid().isEmpty() ? "uid-" + version.id().value() : value.uid();
    return value
        .with()
        .uid(uid)
        .item(Optional.of(version))
        .series(value.series().map(series -> named(version.id(), series)))
        .lastModified(modified)
        .build();
  }

  /** Notes the owner's reply; a declined meeting moves to Deleted Items. */
  @Override
  synchronized ItemVersion reply(MailboxWrite.Reply reply) {
    ItemId id = reply.version().id();
    ItemVersion noted =
        change(
            id,
            item ->
                item.meeting(
                    find(id)
                        .orElseThrow()
                        .meeting()
                        .map(
                            m ->
                                new Meeting(
                                    m.organizer(),
                                    m.attendees(),
                                    reply.response(),
                                    m.cancelled()))));
    if (reply.response() != Meeting.Response.DECLINED) {
      return noted;
    }
    delete(id);
    return reply.version();
  }

  @Override
  protected Optional<UnaryOperator<MailboxAppointment>> patch(
      MailboxAppointment before, MailboxAppointment after) {
    MemoryPatch patch = new MemoryPatch(before, after);
    return patch.isEmpty()
        ? Optional.empty()
        : Optional.of(stored -> patch.applyTo(stored.with()).build());
  }

  @Override
  protected ItemHead head(MailboxAppointment item) {
    Optional<Instant> start;
    Optional<Instant> end;
    if (item.when() instanceof When.Timed timed) {
      start = Optional.of(timed.start());
      end = Optional.of(timed.end());
    } else {
      When.AllDay days = (When.AllDay) item.when();
      start = Optional.of(days.first().atStartOfDay(ZoneOffset.UTC).toInstant());
      end = Optional.of(days.last().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    return new ItemHead(item.version(), "IPM.Appointment", item.type(), start, end, item.stamp());
  }

  /** Occurrences have ids of their own that follow from the master's. */
  private static MailboxSeries named(ItemId master, MailboxSeries series) {
    return new MailboxSeries(
        series.recurrence(),
        series.exceptions().stream().map(exception -> named(master, exception)).toList(),
        series.deleted());
  }

  private static MailboxSeries.Exception named(ItemId master, MailboxSeries.Exception exception) {
    ItemId id = new ItemId(master.value() + "#" + exception.originalDate());
    return new MailboxSeries.Exception(
        exception.originalDate(),
        exception
            .content()
            .with()
            .item(Optional.of(new ItemVersion(id, "")))
            .type(MailboxAppointment.CalendarItemType.EXCEPTION)
            .build());
  }
}
