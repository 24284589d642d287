package io.exchangesync.ejb.crm.person;

import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.ejb.crm.person.SelectionRow.Companies;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads how selections are defined, the inputs of combined ones included.
 *
 * <p>Invariant: a selection that combines itself through others is read once.
 */
final class SelectionReader {
  private static final int SELECTION_TABLE = 23;

  private final CrmSchema schema;

  SelectionReader(CrmSchema schema) {
    this.schema = schema;
  }

  Map<Integer, SelectionRow> byKey(
      Connection connection, Collection<Integer> selectionIds, DiaryOwner owner)
      throws SQLException {
    Map<Integer, SelectionRow> found = new HashMap<>();
    Set<Integer> asked = new HashSet<>();
    Set<Integer> ask = new HashSet<>(selectionIds);
    while (!ask.isEmpty()) {
      asked.addAll(ask);
      Set<Integer> inputs = new HashSet<>();
      for (SelectionRow row : read(connection, ask, owner)) {
        found.put(row.id(), row);
        if (row.type() == SelectionRow.COMBINED) {
          inputs.addAll(List.of(row.left(), row.right()));
        }
      }
      inputs.removeAll(asked);
      ask = inputs;
    }
    return found;
  }

  /** Definitions by key as text, inputs of combined ones included, whoever may see them. */
  List<CrmRow> definitions(Connection connection, Collection<Integer> ids) throws SQLException {
    return RowReader.by(
        connection,
        schema.table("selection"),
        List.of(
            "selection_id",
            "associate_id",
            "name",
            "seltype",
            "includePerson",
            "combinationType",
            "leftSelectionId",
            "rightSelectionId",
            "SystemType",
            "updated",
            "lastMembershipChange"),
        "selection_id",
        ids);
  }

  private List<SelectionRow> read(Connection connection, Set<Integer> ids, DiaryOwner owner)
      throws SQLException {
    List<CrmRow> rows =
        RowReader.by(
            connection,
            schema.table("selection"),
            List.of(
                "selection_id",
                "associate_id",
                "name",
                "seltype",
                "includePerson",
                "combinationType",
                "leftSelectionId",
                "rightSelectionId",
                "SystemType"),
            "selection_id",
            ids);
    Map<Integer, Boolean> visible = visibility(connection, ids, owner);
    return rows.stream()
        .map(
            row ->
                new SelectionRow(
                    row.number("selection_id"),
                    row.string("name").strip(),
                    row.number("seltype"),
                    Companies.of(row.number("includePerson")),
                    row.number("combinationType"),
                    row.number("leftSelectionId"),
                    row.number("rightSelectionId"),
                    row.number("associate_id") == owner.associateId()
                        || visible.getOrDefault(row.number("selection_id"), true),
                    row.number("SystemType")))
        .toList();
  }

  /** Whether the associate may see a selection; one without VisibleFor rows is absent. */
  private Map<Integer, Boolean> visibility(
      Connection connection, Set<Integer> ids, DiaryOwner owner) throws SQLException {
    Map<Integer, Boolean> visible = new HashMap<>();
    for (CrmRow row :
        RowReader.by(
            connection,
            schema.table("VisibleFor"),
            List.of("VisibleFor_id", "tableId", "recordId", "forAll", "forAssocId", "forGroupId"),
            "recordId",
            ids)) {
      if (row.number("tableId") == SELECTION_TABLE) {
        boolean may =
            row.flag("forAll")
                || row.number("forAssocId") == owner.associateId()
                || row.flag("forGroupId") && row.number("forGroupId") == owner.groupId();
        visible.merge(row.number("recordId"), may, Boolean::logicalOr);
      }
    }
    return visible;
  }
}
