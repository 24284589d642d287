package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads series: the rule and all its dates, two statements per slice of rules (schema 4.9). */
public final class SeriesReader {
  private static final List<String> RULE =
      List.of(
          "RecurrenceRule_id",
          "pattern",
          "subPattern",
          "weekdays",
          "startDate",
          "endDate",
          "cyclicDay",
          "cyclicWeek",
          "cyclicMonth",
          "updated",
          "updatedCount");

  private final CrmSchema schema;
  private final FollowUpReader reader;

  public SeriesReader(CrmSchema schema, FollowUpReader reader) {
    this.schema = schema;
    this.reader = reader;
  }

  /**
   * Series by RecurrenceRule_id, with the dates of the diary they were made in; a rule without a
   * date, a date without a rule, and custom dates are absent.
   */
  public Map<Integer, SeriesRecord> byRule(Connection connection, Collection<Integer> ruleIds)
      throws SQLException {
    return series(connection, reader.datesOf(connection, ruleIds).values());
  }

  /** The same as one diary has them: with the rows of its owner, where he is a participant. */
  public Map<Integer, SeriesRecord> inDiary(
      Connection connection, int associateId, Collection<Integer> ruleIds) throws SQLException {
    Map<Integer, SeriesRecord> found =
        series(connection, reader.datesInvitedTo(connection, associateId, ruleIds).values());
    List<Integer> others = ruleIds.stream().filter(rule -> !found.containsKey(rule)).toList();
    found.putAll(byRule(connection, others));
    return found;
  }

  private Map<Integer, SeriesRecord> series(Connection connection, Collection<FollowUpRecord> rows)
      throws SQLException {
    Map<Integer, List<FollowUpRecord>> dates =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    date -> date.appointment().number("recurrenceRuleId"),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Integer, SeriesRecord> found = new LinkedHashMap<>();
    for (CrmRow row :
        RowReader.by(
            connection,
            schema.table("RecurrenceRule"),
            RULE,
            "RecurrenceRule_id",
            dates.keySet())) {
      int rule = row.number("RecurrenceRule_id");
      if (row.number("pattern") != CrmSeries.CUSTOM_DATES) {
        found.put(rule, new SeriesRecord(row, dates.get(rule)));
      }
    }
    return found;
  }
}
