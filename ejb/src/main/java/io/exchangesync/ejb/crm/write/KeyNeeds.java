package io.exchangesync.ejb.crm.write;

import java.util.HashMap;
import java.util.Map;

/** How many keys a batch of writes takes from {@code sequence}, by table. */
final class KeyNeeds {
  private final Map<String, Integer> counts = new HashMap<>();

  /** A new row of a logged table: its key and the key of its log row. */
  KeyNeeds row(LoggedTable table) {
    counts.merge(table.table(), 1, Integer::sum);
    return log(1);
  }

  /** A new row of a table without log rows. */
  KeyNeeds key(String table) {
    counts.merge(table, 1, Integer::sum);
    return this;
  }

  KeyNeeds log(int rows) {
    counts.merge(LoggedTable.LOG, rows, Integer::sum);
    return this;
  }

  Map<String, Integer> counts() {
    return counts;
  }
}
