package io.exchangesync.demo.db;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One row to be inserted: the columns somebody set; all others get the zero value of their type.
 */
final class Row {
  private final String table;
  private final int id;
  private final Map<String, Object> values = new LinkedHashMap<>();

  Row(String table, int id) {
    this.table = table;
    this.id = id;
  }

  String table() {
    return table;
  }

  int id() {
    return id;
  }

  Row set(String column, Object value) {
    values.put(column.toLowerCase(Locale.ROOT), value);
    return this;
  }

  /** The creation stamp, in UTC. */
  Row registered(LocalDateTime utc, int associate) {
    return set("registered", utc).set("registered_associate_id", associate);
  }

  /** The stamp of a later change, in UTC. */
  Row updated(LocalDateTime utc, int associate) {
    return set("updated", utc).set("updated_associate_id", associate).set("updatedCount", 1);
  }

  Object value(String column, Object zero) {
    return values.getOrDefault(column.toLowerCase(Locale.ROOT), zero);
  }
}
