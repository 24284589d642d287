package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.ItemProblem;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which series Exchange can hold; others are not sent, so that never half a series is written. */
final class SeriesRules {
  private SeriesRules() {}

  /** Why a series can't be written; empty if it can. */
  static Optional<ItemProblem> refusal(MailboxAppointment master) {
    try {
      Rule rule = master.series().orElseThrow().recurrence().rule();
      if (rule instanceof Rule.MonthlyByWeekday monthly) {
        RecurrenceXml.days(monthly.days());
      } else if (rule instanceof Rule.YearlyByWeekday yearly) {
        RecurrenceXml.days(yearly.days());
      }
    } catch (RecurrenceXml.Inexpressible e) {
      return Optional.of(problem("NoSuchPattern", e.getMessage()));
    }
    return master.when() instanceof When.Timed timed ? zone(timed.zone()) : Optional.empty();
  }

  /** A series in a zone that Windows does not know would change its wall time in summer. */
  private static Optional<ItemProblem> zone(ZoneId zone) {
    boolean known =
        zone.normalized().equals(ZoneOffset.UTC)
            || !WindowsZones.asWritten(zone).equals(WindowsZones.asWritten(ZoneOffset.UTC))
            || zone.getRules().equals(WindowsZones.asWritten(ZoneOffset.UTC).getRules());
    return known
        ? Optional.empty()
        : Optional.of(problem("NoSuchZone", "Exchange knows no time zone like " + zone.getId()));
  }

  private static ItemProblem problem(String code, String reason) {
    return new ItemProblem(ItemProblem.Type.FATAL, code, reason, Optional.empty());
  }
}
