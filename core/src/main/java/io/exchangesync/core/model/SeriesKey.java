package io.exchangesync.core.model;

/**
 * The record id of a series within its kind: the negative of RecurrenceRule_id, so that it never
 * meets an appointment_id.
 */
public final class SeriesKey {
  private SeriesKey() {}

  public static int ofRule(int recurrenceRuleId) {
    return -recurrenceRuleId;
  }

  public static boolean isSeries(int recordId) {
    return recordId < 0;
  }

  /** RecurrenceRule_id of a series' record id. */
  public static int rule(int recordId) {
    if (!isSeries(recordId)) {
      throw new IllegalArgumentException("not a series: " + recordId);
    }
    return -recordId;
  }
}
