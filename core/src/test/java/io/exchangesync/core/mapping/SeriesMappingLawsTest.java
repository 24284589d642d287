package io.exchangesync.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.Expansion;
import io.exchangesync.core.series.Patterns;
import io.exchangesync.core.settings.MappingSettings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** GetPut and PutGet for series of random patterns, times, exceptions and deleted dates. */
class SeriesMappingLawsTest {
  private final AppointmentMapping mapping =
      new AppointmentMapping(MappingSamples.oslo(MappingSettings.DEFAULTS));

  @Property(seed = "20261122", tries = 500)
  void whatAMasterReadsWrittenBackChangesNothing(@ForAll long seed) {
    MailboxAppointment master = master(new Random(seed));
    FieldValues read = mapping.readMailbox(master, Optional.empty());
    assertThat(mapping.putMailbox(read, master)).isSameAs(master);
  }

  @Property(seed = "20261122", tries = 500)
  void rowsMadeFromAMasterReadLikeIt(@ForAll long seed) {
    MailboxAppointment master = master(new Random(seed));
    FieldValues wanted = mapping.readMailbox(master, Optional.empty());
    CrmAppointment rows = mapping.newCrm(wanted);
    FieldValues read = mapping.readCrm(rows);
    assertThat(read.get(Field.PATTERN)).isEqualTo(wanted.get(Field.PATTERN));
    assertThat(effective(read)).isEqualTo(effective(wanted));
    assertThat(mapping.putCrm(read, rows)).isSameAs(rows);
  }

  @Property(seed = "20261122", tries = 500)
  void aMasterMadeFromRowsReadsLikeThem(@ForAll long seed) {
    CrmAppointment rows =
        mapping.newCrm(mapping.readMailbox(master(new Random(seed)), Optional.empty()));
    FieldValues wanted = mapping.readCrm(rows);
    FieldValues read = mapping.readMailbox(mapping.newMailbox(wanted, rows), Optional.empty());
    for (Field field :
        List.of(Field.PATTERN, Field.WHEN, Field.SUBJECT, Field.LOCATION, Field.EXCEPTIONS)) {
      assertThat(read.get(field)).as(field.name()).isEqualTo(wanted.get(field));
    }
  }

  @Property(seed = "20261122", tries = 300)
  void rowsTakeWhatAnotherMasterSays(@ForAll long seed) {
    Random random = new Random(seed);
    CrmAppointment rows = mapping.newCrm(mapping.readMailbox(master(random), Optional.empty()));
    FieldValues wanted = mapping.readMailbox(master(random), Optional.empty());
    CrmAppointment written = mapping.putCrm(wanted, rows);
    assertThat(mapping.readCrm(written).get(Field.PATTERN)).isEqualTo(wanted.get(Field.PATTERN));
    assertThat(effective(mapping.readCrm(written))).isEqualTo(effective(wanted));
  }

  /** Every date with its time, subject and place, however it is told. */
  private static List<String> effective(FieldValues values) {
    Recurrence pattern = SeriesMerge.pattern(values).orElseThrow();
    SeriesTime time = SeriesTime.parse(values.get(Field.WHEN).orElseThrow(), MappingSamples.OSLO);
    SeriesExceptions exceptions =
        SeriesExceptions.parse(values.get(Field.EXCEPTIONS).orElseThrow());
    List<String> shown = new ArrayList<>();
    for (LocalDate date : Expansion.dates(pattern, Expansion.LAST_DAY, 2000)) {
      SeriesExceptions.Change change = exceptions.on(date);
      if (!change.deleted()) {
        shown.add(
            change.fields().getOrDefault(Field.WHEN, WhenText.of(time.on(date)))
                + change
                    .fields()
                    .getOrDefault(Field.SUBJECT, values.get(Field.SUBJECT).orElseThrow())
                + change
                    .fields()
                    .getOrDefault(Field.LOCATION, values.get(Field.LOCATION).orElseThrow()));
      }
    }
    return shown;
  }

  /** Finite, not too long, and weeks as SuperOffice has them. */
  private static boolean suits(Recurrence pattern) {
    boolean mondays =
        !(pattern.rule() instanceof Rule.Weekly weekly)
            || weekly.weekStart() == DayOfWeek.MONDAY
            || weekly.interval() == 1;
    int dates = Expansion.dates(pattern, Expansion.LAST_DAY, 1000).size();
    return mondays && !(pattern.end() instanceof End.Never) && dates > 3 && dates < 1000;
  }

  private static MailboxAppointment master(Random random) {
    Recurrence pattern = Patterns.any(random);
    while (!suits(pattern)) {
      pattern = Patterns.any(random);
    }
    List<LocalDate> dates = Expansion.dates(pattern, Expansion.LAST_DAY, 1000);
    When when = SeriesTimes.any(random).on(dates.get(0));
    MailboxAppointment plain =
        MailboxAppointment.blank(when)
            .with()
            .subject("Series " + random.nextInt(9))
            .location("Room " + random.nextInt(9))
            .build();
    SeriesTime time = SeriesTime.of(when, MappingSamples.OSLO);
    List<MailboxSeries.Exception> exceptions = new ArrayList<>();
    Set<LocalDate> deleted = new HashSet<>();
    for (LocalDate date : dates.subList(1, Math.min(12, dates.size()))) {
      MailboxAppointment content =
          plain.with().type(CalendarItemType.EXCEPTION).when(time.on(date)).build();
      switch (random.nextInt(8)) {
        case 0 -> deleted.add(date);
        case 1 ->
            exceptions.add(
                new MailboxSeries.Exception(date, content.with().subject("Special").build()));
        case 2 ->
            exceptions.add(
                new MailboxSeries.Exception(
                    date, content.with().when(time.on(date.plusDays(1))).build()));
        default -> {}
      }
    }
    return plain
        .with()
        .type(CalendarItemType.MASTER)
        .series(Optional.of(new MailboxSeries(pattern, exceptions, deleted)))
        .build();
  }

  /** Times of day that no change of clocks in Oslo meets. */
  private static final class SeriesTimes {
    static SeriesTime any(Random random) {
      LocalTime start = LocalTime.of(4 + random.nextInt(16), random.nextInt(60));
      return new SeriesTime(
          random.nextInt(4) == 0, start, start.plusMinutes(30), 0, MappingSamples.OSLO);
    }
  }
}
