package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our stamp on a row that was not made by us, in place of older stamps of ours. */
final class PlannedStamp implements PlannedWrite {
  private final CrmOutcome unchanged;
  private final CrmRow stampRow;
  private final List<CrmRow> older;
  private final CrmSchema schema;
  private final int actor;

  PlannedStamp(
      CrmOutcome unchanged, CrmRow stampRow, List<CrmRow> older, CrmSchema schema, int actor) {
    this.unchanged = unchanged;
    this.stampRow = stampRow;
    this.older = List.copyOf(older);
    this.schema = schema;
    this.actor = actor;
  }

  @Override
  public void count(KeyNeeds needs) {
    if (older.isEmpty()) {
      needs.row(LoggedTable.FOREIGN_KEY);
    } else {
      needs.log(older.size());
    }
  }

  @Override
  public Optional<CrmOutcome> perform(WriteContext context) throws SQLException {
    if (older.isEmpty()) {
      context.insert(
          LoggedTable.FOREIGN_KEY, context.nextKey(LoggedTable.FOREIGN_KEY), stampRow, actor);
      return Optional.of(unchanged);
    }
    CrmRow kept = older.get(0);
    Map<String, Object> changes = new LinkedHashMap<>();
    for (String column : List.of("subvalue", "foreigndevice_id")) {
      if (!stampRow.raw(column).equals(kept.raw(column))) {
        stampRow.raw(column).ifPresent(value -> changes.put(column, value));
      }
    }
    if (!changes.isEmpty()) {
      RowGuard guard =
          new RowGuard(
              schema.table(LoggedTable.FOREIGN_KEY.table()),
              LoggedTable.FOREIGN_KEY.key(),
              kept,
              changes);
      if (!context.update(LoggedTable.FOREIGN_KEY, guard, actor)) {
        return Optional.of(new CrmOutcome.ChangedMeanwhile());
      }
    }
    for (CrmRow each : older.subList(1, older.size())) {
      context.delete(LoggedTable.FOREIGN_KEY, each.number("foreignkey_id"), actor);
    }
    return Optional.of(unchanged);
  }
}
