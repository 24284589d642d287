package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmSeries;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of table RecurrenceRule. */
final class RuleColumns {
  private RuleColumns() {}

  static Map<String, Object> of(CrmSeries.Rule rule) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("pattern", rule.pattern());
    columns.put("subPattern", rule.subPattern());
    columns.put("weekdays", rule.weekdays());
    columns.put("startDate", Limits.time(rule.startDate()));
    columns.put("endDate", Limits.time(rule.endDate()));
    columns.put("cyclicDay", rule.cyclicDay());
    columns.put("cyclicWeek", rule.cyclicWeek());
    columns.put("cyclicMonth", rule.cyclicMonth());
    return columns;
  }

  /** The columns in which two states of a rule differ, with the values of {@code after}. */
  static Map<String, Object> between(CrmSeries.Rule before, CrmSeries.Rule after) {
    Map<String, Object> changes = of(after);
    of(before).forEach(changes::remove);
    return changes;
  }
}
