package io.exchangesync.ejb.crm.sql;

import java.util.Map;
import java.util.TreeMap;

/** Keys that were taken from {@code sequence}, handed out in order; what is left over is lost. */
public final class KeyIntervals {
  private final Map<String, Integer> next = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  KeyIntervals(Map<String, Integer> first) {
    next.putAll(first);
  }

  public int next(String table) {
    Integer key = next.get(table);
    if (key == null) {
      throw new IllegalStateException("no keys were taken for table " + table);
    }
    next.put(table, key + 1);
    return key;
  }
}
