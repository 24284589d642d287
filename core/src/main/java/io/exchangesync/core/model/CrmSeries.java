package io.exchangesync.core.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What makes a follow-up a series: the RecurrenceRule row and one appointment row per date (schema
 * 4.9).
 *
 * @param occurrences by activeDate
 */
public record CrmSeries(Rule rule, List<Occurrence> occurrences) {
  /** RecurrenceRule.pattern of dates that a user chose one by one. */
  public static final int CUSTOM_DATES = 5;

  public CrmSeries {
    Objects.requireNonNull(rule);
    occurrences = List.copyOf(occurrences);
  }

  /** The same series under a key that was reserved for it. */
  CrmSeries withRule(int id) {
    return new CrmSeries(
        new Rule(
            id,
            rule.pattern,
            rule.subPattern,
            rule.weekdays,
            rule.startDate,
            rule.endDate,
            rule.cyclicDay,
            rule.cyclicWeek,
            rule.cyclicMonth),
        occurrences);
  }

  /** The same series with the same change of each date's row. */
  CrmSeries onEachRow(UnaryOperator<CrmAppointment> change) {
    return new CrmSeries(
        rule,
        occurrences.stream()
            .map(date -> new Occurrence(date.originalStart(), change.apply(date.row())))
            .toList());
  }

  /**
   * One RecurrenceRule row, columns as stored.
   *
   * @param id RecurrenceRule_id; 0 until reserved
   * @param pattern 1 daily, 2 weekly, 3 monthly, 4 yearly, 5 custom dates
   * @param subPattern enum RecurrenceSubPattern
   * @param weekdays bit mask, Monday 1 to Sunday 64
   * @param startDate first occurrence, wall time of the base zone
   * @param endDate end of the series, wall time of the base zone
   */
  public record Rule(
      int id,
      int pattern,
      int subPattern,
      int weekdays,
      LocalDateTime startDate,
      LocalDateTime endDate,
      int cyclicDay,
      int cyclicWeek,
      int cyclicMonth) {
    public Rule {
      Objects.requireNonNull(startDate);
      Objects.requireNonNull(endDate);
    }

    /** Whether its dates follow no pattern: each of them is a record of its own. */
    public boolean customDates() {
      return pattern == CUSTOM_DATES;
    }

    /** The same with another end. */
    public Rule endingAt(LocalDateTime end) {
      return new Rule(
          id, pattern, subPattern, weekdays, startDate, end, cyclicDay, cyclicWeek, cyclicMonth);
    }
  }

  /**
   * One date.
   *
   * @param originalStart appointment.original_start_date (from 9.2), wall time of the base zone;
   *     empty if the row was never moved or the column does not exist
   * @param row the appointment row with its texts; its own {@code series} is empty, its recordId 0
   *     if it is still to be made
   */
  public record Occurrence(Optional<LocalDateTime> originalStart, CrmAppointment row) {
    public Occurrence {
      Objects.requireNonNull(originalStart);
      Objects.requireNonNull(row);
    }
  }
}
