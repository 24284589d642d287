package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of one series as they stand in one diary: its rule and every date.
 *
 * @param dates by appointment_id; of one diary only, though a booking has rows in others
 */
public record SeriesRecord(CrmRow rule, List<FollowUpRecord> dates) {

  public SeriesRecord {
    dates = List.copyOf(dates);
  }

  public int ruleId() {
    return rule.number("RecurrenceRule_id");
  }

  /** The record id of the series within its kind. */
  public int recordId() {
    return SeriesKey.ofRule(ruleId());
  }

  /** Appointment keys of its dates, ascending. */
  public List<Integer> rowIds() {
    return dates.stream().map(FollowUpRecord::id).sorted().toList();
  }

  public CrmKeys keys() {
    return new CrmKeys(0, 0, 0, rowIds());
  }

  /** A hash over every value read of the rule and all dates. */
  public String version() {
    return RowHash.of(
        Stream.concat(
            Stream.of(rule),
            dates.stream().flatMap(date -> Stream.concat(date.rows(), date.children().stream()))));
  }
}
