package io.exchangesync.ejb.crm.person;

import io.exchangesync.core.model.Selection.Nature;
import io.exchangesync.ejb.crm.person.SelectionRow.Companies;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The persons of static selections, and of combined ones whose inputs are static (schema 4.10).
 *
 * <p>Dynamic selections have no members here: only SuperOffice's own services can evaluate them.
 */
final class SelectionMembers {
  private static final int MOST_INPUTS = 16;

  private final CrmSchema schema;

  SelectionMembers(CrmSchema schema) {
    this.schema = schema;
  }

  /** person_id of every member, of those selections that can be evaluated and seen. */
  Map<Integer, Set<Integer>> of(
      Connection connection, Map<Integer, SelectionRow> selections, List<Integer> wanted)
      throws SQLException {
    Map<Integer, Set<Integer>> statics = statics(connection, selections);
    Map<Integer, Set<Integer>> members = new HashMap<>();
    for (int id : wanted) {
      SelectionRow row = selections.get(id);
      if (row != null && nature(row, selections) == Nature.KNOWN) {
        members.put(id, evaluate(row, selections, statics, 0));
      }
    }
    return members;
  }

  /** Whether the members can be told; one dynamic input makes the whole dynamic. */
  static Nature nature(SelectionRow row, Map<Integer, SelectionRow> selections) {
    if (!row.visible() || row.made() != 0) {
      return Nature.HIDDEN;
    }
    return evaluable(row, selections, 0) ? Nature.KNOWN : Nature.DYNAMIC;
  }

  private static boolean evaluable(
      SelectionRow row, Map<Integer, SelectionRow> selections, int depth) {
    if (row == null || row.type() == SelectionRow.STATIC || depth > MOST_INPUTS) {
      return true;
    }
    return row.type() == SelectionRow.COMBINED
        && evaluable(selections.get(row.left()), selections, depth + 1)
        && evaluable(selections.get(row.right()), selections, depth + 1);
  }

  private static Set<Integer> evaluate(
      SelectionRow row,
      Map<Integer, SelectionRow> selections,
      Map<Integer, Set<Integer>> statics,
      int depth) {
    if (row == null || depth > MOST_INPUTS) {
      return Set.of();
    }
    if (row.type() != SelectionRow.COMBINED) {
      return statics.getOrDefault(row.id(), Set.of());
    }
    Set<Integer> left = evaluate(selections.get(row.left()), selections, statics, depth + 1);
    Set<Integer> right = evaluate(selections.get(row.right()), selections, statics, depth + 1);
    return combined(row.combination(), left, right);
  }

  /** Enum SelectionUnionType. */
  static Set<Integer> combined(int type, Set<Integer> left, Set<Integer> right) {
    Set<Integer> result = new LinkedHashSet<>(type == 2 ? right : left);
    switch (type) {
      case 1 -> result.removeAll(right);
      case 2 -> result.removeAll(left);
      case 3 -> result.retainAll(right);
      case 4 -> {
        Set<Integer> both = new HashSet<>(left);
        both.retainAll(right);
        result.addAll(right);
        result.removeAll(both);
      }
      case 5 -> result.addAll(right);
      default -> result.clear();
    }
    return result;
  }

  private Map<Integer, Set<Integer>> statics(
      Connection connection, Map<Integer, SelectionRow> selections) throws SQLException {
    List<Integer> ids =
        selections.values().stream()
            .filter(row -> row.type() == SelectionRow.STATIC)
            .map(SelectionRow::id)
            .toList();
    Map<Integer, Set<Integer>> members = new HashMap<>();
    Map<Integer, Set<Integer>> companies = new HashMap<>();
    for (CrmRow row :
        RowReader.by(
            connection,
            schema.table("selectionmember"),
            List.of("selectionmember_id", "selection_id", "contact_id", "person_id"),
            "selection_id",
            ids)) {
      int selectionId = row.number("selection_id");
      if (row.flag("person_id")) {
        members.computeIfAbsent(selectionId, none -> new HashSet<>()).add(row.number("person_id"));
      } else if (row.flag("contact_id")) {
        companies
            .computeIfAbsent(selectionId, none -> new HashSet<>())
            .add(row.number("contact_id"));
      }
    }
    addCompanies(connection, selections, members, companies);
    return members;
  }

  private void addCompanies(
      Connection connection,
      Map<Integer, SelectionRow> selections,
      Map<Integer, Set<Integer>> members,
      Map<Integer, Set<Integer>> companies)
      throws SQLException {
    Set<Integer> expanded = new HashSet<>();
    companies.forEach(
        (selectionId, contactIds) -> {
          if (selections.get(selectionId).companies() != Companies.NO_PERSONS) {
            expanded.addAll(contactIds);
          }
        });
    Map<Integer, List<CrmRow>> staff = staff(connection, expanded);
    companies.forEach(
        (selectionId, contactIds) -> {
          Companies counting = selections.get(selectionId).companies();
          for (int contactId : contactIds) {
            List<CrmRow> persons =
                counting == Companies.NO_PERSONS
                    ? List.of()
                    : staff.getOrDefault(contactId, List.of());
            persons.stream()
                .limit(counting == Companies.FIRST_PERSON ? 1 : persons.size())
                .forEach(
                    person ->
                        members
                            .computeIfAbsent(selectionId, none -> new HashSet<>())
                            .add(person.number("person_id")));
          }
        });
  }

  /** Persons of companies that have not left, by rank. */
  private Map<Integer, List<CrmRow>> staff(Connection connection, Set<Integer> contactIds)
      throws SQLException {
    List<CrmRow> rows =
        new ArrayList<>(
            RowReader.by(
                connection,
                schema.table("person"),
                List.of("person_id", "contact_id", "rank", "retired"),
                "contact_id",
                contactIds));
    rows.removeIf(row -> row.flag("retired"));
    rows.sort(
        Comparator.<CrmRow>comparingInt(row -> row.number("rank"))
            .thenComparingInt(row -> row.number("person_id")));
    return rows.stream().collect(Collectors.groupingBy(row -> row.number("contact_id")));
  }
}
