package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.Expansion;
import io.exchangesync.core.series.RuleColumns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Writes a series as rows: one per date, each with what the series has and what its date changes.
 *
 * <p>Rows keep their keys and whatever the mailbox does not know of. Rows of dates that the pattern
 * lost serve the dates it gained, in order.
 */
final class CrmSeriesRows {
  private final BaseZone base;
  private final BiFunction<FieldValues, CrmAppointment, CrmAppointment> put;
  private final ZoneId owner;

  CrmSeriesRows(
      BaseZone base, ZoneId owner, BiFunction<FieldValues, CrmAppointment, CrmAppointment> put) {
    this.base = base;
    this.owner = owner;
    this.put = put;
  }

  /**
   * What to write.
   *
   * @param pattern canonical and finite
   * @param common what every date shall have unless its exception says otherwise
   * @param tzLocation preferredTZLocation of rows that are written
   * @param template a row of the series, or a new one
   */
  record Plan(
      Recurrence pattern,
      SeriesTime time,
      FieldValues common,
      SeriesExceptions exceptions,
      int tzLocation,
      CrmAppointment template) {}

  /**
   * The rows after they were written, by start.
   *
   * @param existing rows by original date
   * @throws UnmappableException if SuperOffice can't hold it
   */
  List<CrmSeries.Occurrence> write(Plan plan, Map<LocalDate, CrmSeries.Occurrence> existing) {
    List<LocalDate> dates =
        Expansion.dates(plan.pattern(), Expansion.LAST_DAY, Expansion.MOST_DATES + 1);
    if (dates.size() > Expansion.MOST_DATES) {
      throw new UnmappableException(
          Field.PATTERN, "A series of more than " + Expansion.MOST_DATES + " dates; shorten it.");
    }
    List<LocalDate> kept =
        dates.stream().filter(date -> !plan.exceptions().on(date).deleted()).toList();
    List<CrmSeries.Occurrence> rows = new ArrayList<>(declined(plan, dates, existing));
    if (kept.isEmpty() && rows.isEmpty()) {
      throw new UnmappableException(Field.PATTERN, "No date of the series is left.");
    }
    Map<LocalDate, CrmSeries.Occurrence> seats = seats(kept, dates, existing);
    for (LocalDate date : kept) {
      rows.add(row(plan, date, Optional.ofNullable(seats.get(date)), existing.get(date)));
    }
    rows.sort(Comparator.comparing(one -> one.row().doBy()));
    return rows;
  }

  /** Dates of somebody else's meeting that are gone from the mailbox: refused, never deleted. */
  private static List<CrmSeries.Occurrence> declined(
      Plan plan, List<LocalDate> dates, Map<LocalDate, CrmSeries.Occurrence> existing) {
    return dates.stream()
        .filter(date -> plan.exceptions().on(date).deleted())
        .flatMap(date -> Optional.ofNullable(existing.get(date)).stream())
        .filter(one -> SomebodyElses.meeting(one.row()))
        .map(one -> new CrmSeries.Occurrence(one.originalStart(), SomebodyElses.left(one.row())))
        .toList();
  }

  private static Map<LocalDate, CrmSeries.Occurrence> seats(
      List<LocalDate> kept, List<LocalDate> dates, Map<LocalDate, CrmSeries.Occurrence> existing) {
    Map<LocalDate, CrmSeries.Occurrence> seats = new TreeMap<>(existing);
    seats.keySet().retainAll(kept);
    Map<LocalDate, CrmSeries.Occurrence> others = new TreeMap<>(existing);
    others.keySet().removeAll(dates);
    Deque<CrmSeries.Occurrence> left = new ArrayDeque<>(others.values());
    for (LocalDate date : kept) {
      if (!seats.containsKey(date) && !left.isEmpty()) {
        seats.put(date, left.poll());
      }
    }
    return seats;
  }

  private CrmSeries.Occurrence row(
      Plan plan,
      LocalDate date,
      Optional<CrmSeries.Occurrence> seat,
      CrmSeries.Occurrence sameDate) {
    SeriesExceptions.Change change = plan.exceptions().on(date);
    When planned = plan.time().on(date);
    FieldValues wanted = plan.common();
    for (Map.Entry<Field, String> one : change.fields().entrySet()) {
      wanted = wanted.with(one.getKey(), one.getValue());
    }
    Optional<String> moved = Optional.ofNullable(change.fields().get(Field.WHEN));
    CrmAppointment before =
        seat.map(CrmSeries.Occurrence::row).orElseGet(() -> fresh(plan.template()));
    CrmAppointment inZone =
        before.preferredTzLocation() == plan.tzLocation()
            ? before
            : before.with().preferredTzLocation(plan.tzLocation()).build();
    CrmAppointment after =
        put.apply(wanted.with(Field.WHEN, moved.orElseGet(() -> WhenText.of(planned))), inZone);
    boolean stays = sameDate != null && seat.filter(one -> one == sameDate).isPresent();
    Optional<LocalDateTime> known =
        stays ? sameDate.originalStart() : Optional.<LocalDateTime>empty();
    return new CrmSeries.Occurrence(known.or(() -> moved.map(text -> wall(planned, after))), after);
  }

  private LocalDateTime wall(When planned, CrmAppointment row) {
    return planned instanceof When.Timed timed
        ? base.wall(timed.start())
        : base.wall(
            ((When.AllDay) planned).first(),
            base.instant(row.doBy()).atZone(owner).toLocalTime(),
            owner);
  }

  /**
   * The rule row of a pattern.
   *
   * @throws UnmappableException if SuperOffice has no such pattern
   */
  CrmSeries.Rule rule(int id, Recurrence pattern, SeriesTime time) {
    LocalDateTime start = start(time, pattern.first());
    LocalDateTime end = start(time, CanonicalPattern.last(pattern));
    return RuleColumns.write(id, pattern, start, end)
        .orElseThrow(
            () ->
                new UnmappableException(
                    Field.PATTERN,
                    "Every few weeks, with weeks that do not begin on Monday: SuperOffice has no"
                        + " such pattern."));
  }

  private LocalDateTime start(SeriesTime time, LocalDate date) {
    return time.on(date) instanceof When.Timed timed
        ? base.wall(timed.start())
        : base.wall(date, LocalTime.NOON, owner);
  }

  /** A new row like another one: open, without keys, its participants still to be asked. */
  private static CrmAppointment fresh(CrmAppointment template) {
    CrmAppointment asked =
        template
            .with()
            .booking(template.booking().map(booking -> booking.withEach(Replies::unanswered)))
            .build();
    return unwritten(asked);
  }

  private static CrmAppointment unwritten(CrmAppointment template) {
    return template
        .with()
        .recordId(0)
        .keys(CrmKeys.NONE)
        .ties(
            (template.bookingMaster() ? template.ties().withMother(0) : template.ties())
                .withCaution(0))
        .booking(template.booking().map(booking -> booking.withEach(Participant::unwritten)))
        .status(template.completed() ? Replies.NOT_STARTED : template.status())
        .done(CrmAppointment.NEVER)
        .series(Optional.empty())
        .registered(Instant.EPOCH)
        .updated(Instant.EPOCH)
        .version("")
        .build();
  }

  /** The row without what tells one date from another. */
  static CrmAppointment timeless(CrmAppointment row) {
    CrmAppointment like = unwritten(row);
    return like.with()
        .status(row.bookingChild() ? like.status() : Replies.NOT_STARTED)
        .doBy(CrmAppointment.NEVER)
        .activeDate(CrmAppointment.NEVER)
        .endDate(CrmAppointment.NEVER)
        .build();
  }
}
