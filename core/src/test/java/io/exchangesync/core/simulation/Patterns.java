package io.exchangesync.core.simulation;

import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.model.Recurrence.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;

/** Patterns that users choose. */
final class Patterns {
  private Patterns() {}

  static Recurrence any(SimulatedWorld world, Dice dice) {
    LocalDate first = world.today().plusDays(1 + dice.below(20));
    DayOfWeek day = DayOfWeek.of(1 + dice.below(7));
    Rule rule =
        switch (dice.below(5)) {
          case 0 -> new Rule.Daily(1 + dice.below(5));
          case 1, 2 ->
              new Rule.Weekly(
                  1 + dice.below(2), EnumSet.of(day, day.plus(dice.below(7))), DayOfWeek.MONDAY);
          case 3 -> new Rule.MonthlyByDate(1, 1 + dice.below(31));
          default -> new Rule.MonthlyByWeekday(1, dice.any(Week.values()), EnumSet.of(day));
        };
    End end =
        switch (dice.below(3)) {
          case 0 -> new End.Never();
          case 1 -> new End.After(4 + dice.below(12));
          default -> new End.On(first.plusDays(100 + dice.below(100)));
        };
    return new Recurrence(rule, first, end);
  }

  static Recurrence weekly(LocalDate first, int dates) {
    return new Recurrence(
        new Rule.Weekly(1, EnumSet.of(first.getDayOfWeek()), DayOfWeek.MONDAY),
        first,
        new End.After(dates));
  }
}
