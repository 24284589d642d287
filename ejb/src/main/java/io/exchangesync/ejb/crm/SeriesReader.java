package io.exchangesync.ejb.crm;

import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
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

  /** Series by RecurrenceRule_id; a rule without a date or a date without a rule is absent. */
  public Map<Integer, SeriesRecord> byRule(Connection connection, Collection<Integer> ruleIds)
      throws SQLException {
    Map<Integer, CrmRow> rules = new HashMap<>();
    for (CrmRow row :
        RowReader.by(
            connection, schema.table("RecurrenceRule"), RULE, "RecurrenceRule_id", ruleIds)) {
      rules.put(row.number("RecurrenceRule_id"), row);
    }
    Map<Integer, List<FollowUpRecord>> dates =
        reader.datesOf(connection, rules.keySet()).values().stream()
            .collect(
                Collectors.groupingBy(
                    date -> date.appointment().number("recurrenceRuleId"),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Integer, SeriesRecord> found = new LinkedHashMap<>();
    dates.forEach((id, rows) -> found.put(id, new SeriesRecord(rules.get(id), rows)));
    return found;
  }
}
