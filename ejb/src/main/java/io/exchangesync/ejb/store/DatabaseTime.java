package io.exchangesync.ejb.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The database's clock in UTC, as an expression of the database at hand: leases are timed by one
 * clock, whichever node asks.
 *
 * @param expression SYSUTCDATETIME() on SQL Server; CURRENT_TIMESTAMP on H2, whose sessions are in
 *     UTC
 */
public record DatabaseTime(String expression) {
  public DatabaseTime {
    Objects.requireNonNull(expression);
  }

  public static DatabaseTime of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return new DatabaseTime(product.startsWith("H2") ? "CURRENT_TIMESTAMP" : "SYSUTCDATETIME()");
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not say which product it is", e);
    }
  }
}
