package io.exchangesync.ejb.crm.sql;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Values of one row by column, as they stand in the database; NULL and unknown columns are absent.
 */
public final class CrmRow {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** A row with nothing set. */
  public static CrmRow empty() {
    return new CrmRow();
  }

  public CrmRow set(String column, Object value) {
    values.put(column.toLowerCase(Locale.ROOT), value);
    return this;
  }

  public Optional<Object> raw(String column) {
    return Optional.ofNullable(values.get(column.toLowerCase(Locale.ROOT)));
  }

  /** NULL reads as 0 (schema section 2). */
  public int number(String column) {
    return raw(column).map(Integer.class::cast).orElse(0);
  }

  /** NULL reads as "". */
  public String string(String column) {
    return raw(column).map(String.class::cast).orElse("");
  }

  /** NULL reads as 1760-01-01. */
  public LocalDateTime time(String column) {
    return raw(column).map(LocalDateTime.class::cast).orElse(CrmColumn.NEVER);
  }

  public boolean flag(String column) {
    return number(column) != 0;
  }

  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }
}
