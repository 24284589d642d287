package io.exchangesync.benchmarks;

import io.exchangesync.demo.launch.SeedItem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The appointments that a mailbox holds before the first synchronization.
 *
 * <p>Invariant: none starts when an appointment of the demonstration database does, so that nothing
 * matches and every one is to be created on the other side.
 */
final class Diaries {
  private static final int DAYS = 81;
  private static final int DAYS_BACK = 20;

  private Diaries() {}

  static List<SeedItem> of(LocalDate today, int items) {
    return IntStream.range(0, items).mapToObj(number -> item(today, number)).toList();
  }

  private static SeedItem item(LocalDate today, int number) {
    LocalDate day = today.plusDays(number % DAYS - DAYS_BACK);
    boolean allDay = number % 9 == 4;
    LocalDateTime start =
        allDay ? day.atStartOfDay() : day.atTime(7, 5).plusMinutes(15L * (number / DAYS) * 2);
    return new SeedItem(
        "Outlook-avtale nr. " + number + " med Müller & Søn",
        start,
        allDay ? start.plusDays(1) : start.plusMinutes(30),
        allDay,
        number % 4 == 0
            ? ""
            : "<html><body><p>Agenda for <b>møte "
                + number
                + "</b></p><ul><li>Gjennomgang</li>"
                + "<li>Beslut &amp; actie</li></ul></body></html>",
        number % 3 == 0 ? "" : "Møterom Galdhøpiggen",
        List.of("Meeting"),
        number % 8 == 0 ? "Private" : "Normal",
        number % 5 == 0 ? "Free" : "Busy",
        number % 3 == 0 ? OptionalInt.empty() : OptionalInt.of(15));
  }
}
