package io.exchangesync.ejb.crm.sql;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One table with the columns it has in this database; names are compared without case. */
public final class CrmTable {
  private final String name;
  private final String qualifiedName;
  private final Map<String, CrmColumn> columns = new LinkedHashMap<>();

  CrmTable(String schema, String name, List<CrmColumn> found) {
    this.name = name;
    this.qualifiedName = "[" + schema + "].[" + name + "]";
    found.forEach(c -> columns.put(c.name().toLowerCase(Locale.ROOT), c));
  }

  /** Without its schema, as the database writes it. */
  public String name() {
    return name;
  }

  /** Schema and name in brackets, ready for SQL. */
  public String sql() {
    return qualifiedName;
  }

  public boolean has(String column) {
    return columns.containsKey(column.toLowerCase(Locale.ROOT));
  }

  public Optional<CrmColumn> column(String name) {
    return Optional.ofNullable(columns.get(name.toLowerCase(Locale.ROOT)));
  }

  CrmColumn known(String name) {
    return column(name)
        .orElseThrow(() -> new IllegalArgumentException(qualifiedName + " has no column " + name));
  }

  public Collection<CrmColumn> all() {
    return columns.values();
  }

  /** Those of the named columns that exist, in the order named. */
  public List<CrmColumn> present(List<String> names) {
    return names.stream().filter(this::has).map(this::known).toList();
  }

  /** An INSERT of so many whole rows. */
  String insertSql(int rows) {
    String names =
        columns.values().stream().map(c -> "[" + c.name() + "]").collect(Collectors.joining(", "));
    String one = "(" + "?, ".repeat(columns.size() - 1) + "?)";
    return "INSERT INTO "
        + qualifiedName
        + " ("
        + names
        + ") VALUES "
        + (one + ", ").repeat(rows - 1)
        + one;
  }
}
