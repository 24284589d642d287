package io.exchangesync.core.simulation;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.When;
import io.exchangesync.core.series.Expansion;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people see when they look at either side: no word of links, stamps or versions. */
final class Views {
  private static final Pattern BODY = Pattern.compile("\\bb\\d+\\.");

  private Views() {}

  /**
   * One appointment in a diary or calendar.
   *
   * @param what everything both sides must show alike, in words
   */
  record Showing(String name, String title, LocalDate day, String what) {}

  /** Statuses with which a row is in nobody's calendar. */
  static boolean left(CrmAppointment row) {
    return Set.of(4, 9, 10, 13).contains(row.status());
  }

  static List<Showing> diary(SimulatedWorld world, int associate) {
    return world.rows(associate).stream()
        .filter(row -> row.type() == 1 || row.type() == 6)
        .filter(row -> !left(row))
        .map(Views::showing)
        .toList();
  }

  private static Showing showing(CrmAppointment row) {
    String when =
        row.allDay()
            ? row.doBy().toLocalDate() + ".." + row.endDate().toLocalDate()
            : moment(row.doBy()) + ".." + moment(row.endDate());
    return new Showing(
        Ledger.nameIn(row.title()),
        row.title(),
        row.doBy().toLocalDate(),
        words(
            row.title(),
            when,
            row.location(),
            row.agenda(),
            row.freeBusy() == 1,
            row.visibility().privateColumn() != 0,
            row.hasAlarm() ? row.alarmMinutes() : -1));
  }

  static List<Showing> calendar(SimulatedWorld world, int associate, LocalDate until) {
    List<Showing> all = new ArrayList<>();
    for (MailboxAppointment item : world.calendar(associate).items()) {
      if (item.meeting().filter(Meeting::cancelled).isPresent()) {
        continue;
      }
      if (item.series().isEmpty()) {
        all.add(showing(item, Ledger.nameIn(item.subject())));
      } else {
        dates(item, until).forEach(date -> all.add(showing(date, Ledger.nameIn(item.subject()))));
      }
    }
    return all;
  }

  /** Every date of a series as it takes place. */
  private static List<MailboxAppointment> dates(MailboxAppointment master, LocalDate until) {
    MailboxSeries series = master.series().orElseThrow();
    List<MailboxAppointment> dates = new ArrayList<>();
    Set<LocalDate> special = new HashSet<>(series.deleted());
    for (MailboxSeries.Exception exception : series.exceptions()) {
      special.add(exception.originalDate());
      dates.add(exception.content());
    }
    for (LocalDate date : Expansion.dates(series.recurrence(), until, 5000)) {
      if (!special.contains(date)) {
        dates.add(master.with().when(at(master, date)).build());
      }
    }
    return dates;
  }

  static When at(MailboxAppointment master, LocalDate date) {
    When.Timed first = (When.Timed) master.when();
    LocalTime start = first.start().atZone(first.zone()).toLocalTime();
    return Blanks.timed(date.atTime(start), java.time.Duration.between(first.start(), first.end()));
  }

  private static Showing showing(MailboxAppointment item, String name) {
    String when =
        item.when() instanceof When.Timed timed
            ? moment(timed.start().atZone(Blanks.OSLO).toLocalDateTime())
                + ".."
                + moment(timed.end().atZone(Blanks.OSLO).toLocalDateTime())
            : item.when().firstDay(Blanks.OSLO) + ".." + item.when().lastDay(Blanks.OSLO);
    return new Showing(
        name,
        item.subject(),
        item.when().firstDay(Blanks.OSLO),
        words(
            item.subject(),
            when,
            item.location(),
            item.body().content(),
            item.busyStatus() == BusyStatus.FREE,
            item.sensitivity() != Sensitivity.NORMAL,
            item.reminderSet() ? item.reminderMinutes() : -1));
  }

  private static String words(
      String title,
      String when,
      String place,
      String text,
      boolean free,
      boolean hidden,
      int reminder) {
    return String.join(
        " | ",
        title,
        when,
        place,
        token(text),
        free ? "free" : "busy",
        hidden ? "private" : "open",
        reminder < 0 ? "silent" : "reminds " + reminder);
  }

  /** The token in a text, whatever stands around it. */
  static String token(String text) {
    Matcher found = BODY.matcher(text);
    return found.find() ? found.group() : "";
  }

  /** A body in which a user wrote another token. */
  static String withToken(String text, String token) {
    Matcher found = BODY.matcher(text);
    return found.find() ? found.replaceFirst(token) : token + text;
  }

  /** Wall time of the base zone. */
  static String moment(LocalDateTime wall) {
    return wall.toString();
  }
}
