package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.Expansion;
import io.exchangesync.core.series.MailboxPattern;
import io.exchangesync.core.series.PatternText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The mailbox side of a series: a master, its exceptions and its deleted dates.
 *
 * <p>What is written names every exception that shall be there: a changed pattern makes Exchange
 * forget them all.
 */
final class MailboxSeriesMapping {
  private final MappingContext context;
  private final AppointmentMapping one;

  /**
   * @param one the mapping of single appointments
   */
  MailboxSeriesMapping(MappingContext context, AppointmentMapping one) {
    this.context = context;
    this.one = one;
  }

  private ZoneId zone(MailboxAppointment item) {
    return item.when() instanceof When.Timed timed ? timed.zone() : context.owner().zone();
  }

  private SeriesTime time(MailboxAppointment item) {
    return SeriesTime.of(item.when(), zone(item));
  }

  private static Optional<Recurrence> pattern(MailboxAppointment item) {
    return item.series().map(MailboxSeries::recurrence).flatMap(CanonicalPattern::of);
  }

  /**
   * A private series keeps the texts of its dates to itself too. A private date of an open one says
   * of its texts what was agreed on.
   */
  FieldValues read(MailboxAppointment item, Optional<Base> base) {
    FieldValues common = one.readOne(item, base);
    FieldValues open = values(item, common, each -> one.readOne(each, base), one.withheld(common));
    Set<LocalDate> hidden = one.withheld(common).isEmpty() ? hidden(item, base) : Set.of();
    return texts(open, base.map(Base::mailbox), hidden);
  }

  /** Of the dates that the item keeps to itself the texts that were agreed on before. */
  Base agreed(Base now, Base before, MailboxAppointment item) {
    Set<LocalDate> hidden = hidden(item, Optional.of(before));
    return new Base(
            texts(now.crm(), Optional.of(before.crm()), hidden),
            texts(now.mailbox(), Optional.of(before.mailbox()), hidden),
            now.mappingVersion())
        .withGiven(now.given());
  }

  private static FieldValues texts(
      FieldValues values, Optional<FieldValues> others, Set<LocalDate> dates) {
    return dates.isEmpty() || values.get(Field.EXCEPTIONS).isEmpty()
        ? values
        : values.with(
            Field.EXCEPTIONS,
            parsed(values).withTextsOf(others.map(MailboxSeriesMapping::parsed), dates).text());
  }

  private static SeriesExceptions parsed(FieldValues values) {
    return SeriesExceptions.parse(values.get(Field.EXCEPTIONS).orElse(""));
  }

  /** Dates that are private although their series is not. */
  private Set<LocalDate> hidden(MailboxAppointment item, Optional<Base> base) {
    Set<LocalDate> hidden = new HashSet<>();
    item.series().map(MailboxSeries::exceptions).orElse(List.of()).stream()
        .filter(each -> each.content().sensitivity() != Sensitivity.NORMAL)
        .filter(each -> !one.withheld(one.readOne(each.content(), base)).isEmpty())
        .map(MailboxSeries.Exception::originalDate)
        .forEach(hidden::add);
    return hidden;
  }

  FieldValues unveiled(MailboxAppointment item, Optional<Base> base) {
    return values(item, one.rawOne(item, base), each -> one.rawOne(each, base), Set.of());
  }

  /** A single item or a master with neutral texts, its exceptions alike. */
  MailboxAppointment veiled(MailboxAppointment item, Set<Field> texts, Optional<Base> base) {
    MailboxAppointment veiled = one.veiledOne(item, texts, base);
    return veiled
        .with()
        .series(
            item.series()
                .map(
                    series ->
                        new MailboxSeries(
                            series.recurrence(),
                            series.exceptions().stream()
                                .map(
                                    each ->
                                        new MailboxSeries.Exception(
                                            each.originalDate(),
                                            one.veiledOne(each.content(), texts, base)))
                                .toList(),
                            series.deleted())))
        .build();
  }

  private FieldValues values(
      MailboxAppointment item,
      FieldValues master,
      Function<MailboxAppointment, FieldValues> read,
      Set<Field> withheld) {
    FieldValues common = master.without(Field.WHEN);
    return common
        .with(Field.WHEN, time(item).text())
        .with(Field.PATTERN, PatternText.of(pattern(item)))
        .with(Field.EXCEPTIONS, exceptions(item, common, read, withheld).text());
  }

  private SeriesExceptions exceptions(
      MailboxAppointment item,
      FieldValues common,
      Function<MailboxAppointment, FieldValues> read,
      Set<Field> withheld) {
    Map<LocalDate, SeriesExceptions.Change> changes = new TreeMap<>();
    SeriesTime time = time(item);
    MailboxSeries series = item.series().orElse(null);
    if (series == null) {
      return SeriesExceptions.NONE;
    }
    for (MailboxSeries.Exception exception : series.exceptions()) {
      if (exception.content().meeting().filter(Meeting::cancelled).isPresent()) {
        changes.put(exception.originalDate(), SeriesExceptions.Change.GONE);
        continue;
      }
      Map<Field, String> fields = new EnumMap<>(Field.class);
      FieldValues now = read.apply(exception.content());
      String planned = WhenText.of(time.on(exception.originalDate()));
      now.get(Field.WHEN)
          .filter(text -> !text.equals(planned))
          .ifPresent(text -> fields.put(Field.WHEN, text));
      for (Field field : SeriesExceptions.FIELDS) {
        Optional<String> text = now.get(field);
        boolean told = field != Field.WHEN && !withheld.contains(field);
        if (told && text.isPresent() && !text.equals(common.get(field))) {
          fields.put(field, text.get());
        }
      }
      changes.put(exception.originalDate(), SeriesExceptions.Change.of(fields));
    }
    series.deleted().forEach(date -> changes.put(date, SeriesExceptions.Change.GONE));
    return new SeriesExceptions(changes);
  }

  /**
   * The item with these fields changed; a single one becomes a series when it gets a pattern, a
   * series a single one when it gets the time of one.
   *
   * @throws UnmappableException if Exchange has no such pattern
   */
  MailboxAppointment put(FieldValues wanted, MailboxAppointment item, Optional<Base> base) {
    if (wanted.get(Field.WHEN).filter(moment -> !SeriesTime.is(moment)).isPresent()
        && wanted.get(Field.PATTERN).isEmpty()) {
      MailboxAppointment alone =
          item.with().type(CalendarItemType.SINGLE).series(Optional.empty()).build();
      return one.putOne(wanted.without(Field.EXCEPTIONS), alone, base);
    }
    FieldValues read = read(item, base);
    boolean turns = item.type() != CalendarItemType.MASTER;
    FieldValues now = turns ? read.without(Field.PATTERN) : read;
    FieldValues changed = FieldValues.none();
    for (Field field : wanted.asMap().keySet()) {
      if (!wanted.get(field).equals(now.get(field))) {
        changed = changed.with(field, wanted.get(field).orElseThrow());
      }
    }
    if (changed.asMap().isEmpty()) {
      return item;
    }
    FieldValues target = now;
    for (Map.Entry<Field, String> entry : changed.asMap().entrySet()) {
      target = target.with(entry.getKey(), entry.getValue());
    }
    SeriesTime time = SeriesTime.parse(target.get(Field.WHEN).orElseThrow(), zone(item));
    Optional<Recurrence> before = pattern(item);
    Recurrence pattern =
        changed.get(Field.PATTERN).isPresent()
            ? writable(changed.get(Field.PATTERN).get())
            : before.orElseThrow(CrmSeriesMapping::custom);
    boolean samePattern = before.equals(Optional.of(pattern));
    boolean sameTime = time.equals(time(item)) && before.isPresent();
    MailboxAppointment master =
        one.putOne(
            changed.without(Field.WHEN).without(Field.PATTERN).without(Field.EXCEPTIONS),
            item,
            base);
    if (!samePattern || !sameTime) {
      master = one.putOne(moved(time, pattern.first()), timed(master, time), base);
    }
    SeriesExceptions exceptions = SeriesExceptions.parse(target.get(Field.EXCEPTIONS).orElse(""));
    Recurrence recurrence =
        samePattern ? item.series().orElseThrow().recurrence() : MailboxPattern.of(pattern);
    List<MailboxSeries.Exception> old =
        item.series().map(MailboxSeries::exceptions).orElse(List.of());
    return master
        .with()
        .type(CalendarItemType.MASTER)
        .series(
            Optional.of(
                series(
                    recurrence,
                    pattern,
                    exceptions,
                    new Parts(target, changed, time, master, samePattern && sameTime, old),
                    base)))
        .build();
  }

  /**
   * What exceptions are made of.
   *
   * @param kept whether Exchange keeps the exceptions that are there
   */
  private record Parts(
      FieldValues target,
      FieldValues changed,
      SeriesTime time,
      MailboxAppointment master,
      boolean kept,
      List<MailboxSeries.Exception> old) {}

  private MailboxSeries series(
      Recurrence recurrence,
      Recurrence pattern,
      SeriesExceptions wanted,
      Parts parts,
      Optional<Base> base) {
    Map<LocalDate, MailboxAppointment> old = new TreeMap<>();
    parts.old().forEach(exception -> old.put(exception.originalDate(), exception.content()));
    Set<LocalDate> dates = new HashSet<>(dates(pattern, wanted, old.keySet()));
    List<MailboxSeries.Exception> exceptions = new ArrayList<>();
    Set<LocalDate> deleted = new HashSet<>();
    Set<LocalDate> named = new java.util.TreeSet<>(wanted.byDate().keySet());
    named.addAll(old.keySet());
    for (LocalDate date : named) {
      SeriesExceptions.Change change = wanted.on(date);
      Optional<MailboxAppointment> before = Optional.ofNullable(old.get(date));
      if (!dates.contains(date)) {
        continue;
      }
      if (change.deleted()) {
        deleted.add(date);
      } else if (!change.fields().isEmpty() || before.isPresent() && parts.kept()) {
        exceptions.add(
            new MailboxSeries.Exception(date, content(date, change, before, parts, base)));
      }
    }
    return new MailboxSeries(recurrence, exceptions, deleted);
  }

  /** Those dates of the pattern that may be named. */
  private static List<LocalDate> dates(
      Recurrence pattern, SeriesExceptions wanted, Set<LocalDate> old) {
    LocalDate last =
        java.util.stream.Stream.concat(wanted.byDate().keySet().stream(), old.stream())
            .max(LocalDate::compareTo)
            .orElse(pattern.first());
    return Expansion.dates(pattern, last, Integer.MAX_VALUE);
  }

  private MailboxAppointment content(
      LocalDate date,
      SeriesExceptions.Change change,
      Optional<MailboxAppointment> before,
      Parts parts,
      Optional<Base> base) {
    FieldValues wanted = FieldValues.none().with(Field.WHEN, WhenText.of(parts.time().on(date)));
    for (Field field : SeriesExceptions.FIELDS) {
      Optional<String> text =
          Optional.ofNullable(change.fields().get(field))
              .or(() -> field == Field.WHEN ? Optional.empty() : parts.target().get(field));
      if (text.isPresent()) {
        wanted = wanted.with(field, text.get());
      }
    }
    Optional<String> decoration = parts.changed().get(Field.DECORATION);
    if (decoration.isPresent()) {
      wanted = wanted.with(Field.DECORATION, decoration.get());
    }
    MailboxAppointment from =
        before.orElseGet(
            () ->
                parts
                    .master()
                    .with()
                    .item(Optional.empty())
                    .type(CalendarItemType.EXCEPTION)
                    .stamp(Optional.empty())
                    .series(Optional.empty())
                    .when(parts.time().on(date))
                    .build());
    return one.putOne(wanted, from, base);
  }

  private static FieldValues moved(SeriesTime time, LocalDate first) {
    return FieldValues.none().with(Field.WHEN, WhenText.of(time.on(first)));
  }

  /** The zone belongs to the series: it is taken over even where the moment stays the same. */
  private static MailboxAppointment timed(MailboxAppointment master, SeriesTime time) {
    return master.when() instanceof When.Timed timed && !time.allDay()
        ? master.with().when(new When.Timed(timed.start(), timed.end(), time.zone())).build()
        : master;
  }

  private static Recurrence writable(String text) {
    Recurrence pattern = PatternText.parse(text).orElseThrow(CrmSeriesMapping::custom);
    boolean endless = pattern.end() instanceof End.Never;
    int most = Expansion.MOST_DATES + 1;
    if (!endless && Expansion.dates(pattern, Expansion.LAST_DAY, most).size() == most) {
      throw new UnmappableException(
          Field.PATTERN, "A series of more than " + Expansion.MOST_DATES + " dates; shorten it.");
    }
    return pattern;
  }

  /** Whether any date of the series that was not deleted takes place inside. */
  boolean overlaps(
      MailboxAppointment item, io.exchangesync.core.model.Window window, ZoneId viewer) {
    Optional<MailboxSeries> series = item.series();
    Optional<Recurrence> pattern = pattern(item);
    if (series.isEmpty() || pattern.isEmpty()) {
      return window.overlaps(item.when(), viewer);
    }
    Set<LocalDate> special = new HashSet<>(series.get().deleted());
    for (MailboxSeries.Exception exception : series.get().exceptions()) {
      special.add(exception.originalDate());
      if (window.overlaps(exception.content().when(), viewer)) {
        return true;
      }
    }
    SeriesTime time = time(item);
    return Expansion.dates(pattern.get(), window.to().plusDays(1), Integer.MAX_VALUE).stream()
        .anyMatch(date -> !special.contains(date) && window.overlaps(time.on(date), viewer));
  }
}
