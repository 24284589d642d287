package io.exchangesync.core.series;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.Rule;

/** A canonical pattern as Outlook shows it: twelve months are a year, more years stay months. */
public final class MailboxPattern {
  private MailboxPattern() {}

  public static Recurrence of(Recurrence canonical) {
    Rule rule = canonical.rule();
    var month = canonical.first().getMonth();
    Rule shown = rule;
    if (rule instanceof Rule.MonthlyByDate by && by.interval() == 12) {
      shown = new Rule.YearlyByDate(month, by.day());
    } else if (rule instanceof Rule.MonthlyByWeekday by && by.interval() == 12) {
      shown = new Rule.YearlyByWeekday(month, by.week(), by.days());
    }
    return new Recurrence(shown, canonical.first(), canonical.end());
  }
}
