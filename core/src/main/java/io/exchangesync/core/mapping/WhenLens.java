package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Start, end and all-day flag (sync-rules 2 and 2b).
 *
 * <p>A side is written only where the moment differs, so that hours, seconds and odd intervals that
 * the other side does not show are kept.
 */
final class WhenLens implements FieldLens {
  /** Earlier dates are SuperOffice's "never", later ones its "for ever". */
  private static final LocalDate FIRST_CRM_DAY = LocalDate.of(1761, 1, 1);

  private static final LocalDate LAST_CRM_DAY = LocalDate.of(9998, 12, 31);

  /** The last day Outlook knows. */
  private static final LocalDate LAST_MAILBOX_DAY = LocalDate.of(4500, 8, 31);

  /** Exchange refuses longer appointments (ErrorCalendarDurationIsTooLong). */
  private static final Duration LONGEST = Duration.ofDays(5 * 365);

  private final MappingContext context;
  private final BaseZone base;

  WhenLens(MappingContext context) {
    this.context = context;
    this.base = new BaseZone(context.reference().baseZone());
  }

  @Override
  public Field field() {
    return Field.WHEN;
  }

  /** When the row takes place; a row's shown zone is its preferred one, else the owner's. */
  When when(CrmAppointment row) {
    ZoneId owner = context.owner().zone();
    if (row.allDay()) {
      return new When.AllDay(base.date(row.doBy(), owner), base.date(row.endDate(), owner));
    }
    Instant start = base.instant(row.doBy());
    return new When.Timed(start, base.endInstant(row.endDate(), start), zone(row));
  }

  /** Whether two canonical texts name the same wall time of the base zone. */
  static boolean sameWallTime(String one, String other, ZoneId baseZone) {
    if (one.equals(other)) {
      return true;
    }
    BaseZone zone = new BaseZone(baseZone);
    return WhenText.parse(one, baseZone) instanceof When.Timed a
        && WhenText.parse(other, baseZone) instanceof When.Timed b
        && zone.sameWall(a.start(), b.start())
        && zone.sameWall(a.end(), b.end());
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(WhenText.of(when(row)));
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return Optional.of(WhenText.of(item.item().when()));
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    When target = WhenText.parse(wanted, zone(row));
    refuseOutside(target, LAST_CRM_DAY);
    CrmAppointmentBuilder changed =
        target instanceof When.Timed timed ? timed(row, timed) : days(row, (When.AllDay) target);
    CrmAppointment moved = changed.build();
    return row.completed() ? moved : moved.with().activeDate(moved.doBy()).build();
  }

  private CrmAppointmentBuilder timed(CrmAppointment row, When.Timed target) {
    CrmAppointmentBuilder changed = row.with().allDay(false);
    boolean sameStart = when(row) instanceof When.Timed now && now.start().equals(target.start());
    boolean sameEnd = when(row) instanceof When.Timed now && now.end().equals(target.end());
    if (!sameStart) {
      changed.doBy(base.wall(target.start()));
    }
    if (!sameEnd) {
      changed.endDate(base.wall(target.end()));
    }
    return changed;
  }

  private CrmAppointmentBuilder days(CrmAppointment row, When.AllDay target) {
    LocalTime begins = context.owner().allDayStart();
    LocalTime preferred = context.owner().allDayEnd();
    LocalTime ends = preferred.isAfter(begins) ? preferred : LocalTime.of(23, 59);
    ZoneId owner = context.owner().zone();
    return row.with()
        .allDay(true)
        .doBy(base.wall(target.first(), begins, owner))
        .endDate(base.wall(target.last(), ends, owner));
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    ZoneId zone =
        item.item().when() instanceof When.Timed timed ? timed.zone() : context.owner().zone();
    When target = forward(WhenText.parse(wanted, zone));
    refuseOutside(target, LAST_MAILBOX_DAY);
    if (WhenText.of(target).equals(WhenText.of(item.item().when()))) {
      return item;
    }
    return item.with(item.item().with().when(target).build());
  }

  /** An Exchange appointment never ends before it starts. */
  private static When forward(When when) {
    if (when instanceof When.Timed timed) {
      if (Duration.between(timed.start(), timed.end()).compareTo(LONGEST) > 0) {
        throw new UnmappableException(
            Field.WHEN, "Exchange holds no appointment longer than five years; shorten it.");
      }
      return timed.end().isBefore(timed.start())
          ? new When.Timed(timed.start(), timed.start(), timed.zone())
          : timed;
    }
    When.AllDay days = (When.AllDay) when;
    return days.last().isBefore(days.first()) ? new When.AllDay(days.first(), days.first()) : days;
  }

  private static void refuseOutside(When when, LocalDate last) {
    if (when.firstDay(ZoneOffset.UTC).isBefore(FIRST_CRM_DAY)
        || when.lastDay(ZoneOffset.UTC).isAfter(last)) {
      throw new UnmappableException(
          Field.WHEN,
          "The date lies outside " + FIRST_CRM_DAY.getYear() + " to " + last + "; correct it.");
    }
  }

  private ZoneId zone(CrmAppointment row) {
    return context
        .reference()
        .zones()
        .getOrDefault(row.preferredTzLocation(), context.owner().zone());
  }
}
