package io.exchangesync.core.series;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.Rule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What hangs on dates of a series, taken over to a changed pattern of the same rhythm. */
public final class Rekeyed {
  private Rekeyed() {}

  /**
   * By dates of the new pattern: a date that it has not becomes the one at the same place in order,
   * as when a series moves from Mondays to Tuesdays.
   */
  public static <T> Map<LocalDate, T> of(Map<LocalDate, T> byDate, Recurrence from, Recurrence to) {
    Map<LocalDate, T> result = new TreeMap<>(byDate);
    if (byDate.isEmpty() || !sameRhythm(from.rule(), to.rule())) {
      return result;
    }
    LocalDate last = byDate.keySet().stream().max(LocalDate::compareTo).orElseThrow();
    List<LocalDate> before = Expansion.dates(from, last, Integer.MAX_VALUE);
    List<LocalDate> after = Expansion.dates(to, Expansion.LAST_DAY, before.size());
    Set<LocalDate> still = new HashSet<>(Expansion.dates(to, last, Integer.MAX_VALUE));
    Map<LocalDate, T> moved = new HashMap<>();
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      LocalDate date = before.get(i);
      if (byDate.containsKey(date) && !still.contains(date)) {
        moved.put(after.get(i), byDate.get(date));
        result.remove(date);
      }
    }
    moved.forEach(result::putIfAbsent);
    return result;
  }

  private static boolean sameRhythm(Rule one, Rule other) {
    if (one instanceof Rule.Daily a && other instanceof Rule.Daily b) {
      return a.interval() == b.interval();
    }
    if (one instanceof Rule.Weekly a && other instanceof Rule.Weekly b) {
      return a.interval() == b.interval() && a.days().size() == b.days().size();
    }
    return months(one) > 0 && months(one) == months(other);
  }

  private static int months(Rule rule) {
    if (rule instanceof Rule.MonthlyByDate by) {
      return by.interval();
    }
    return rule instanceof Rule.MonthlyByWeekday by ? by.interval() : 0;
  }
}
