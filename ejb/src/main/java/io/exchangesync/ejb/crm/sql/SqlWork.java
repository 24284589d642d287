package io.exchangesync.ejb.crm.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Something done with a connection that belongs to the caller. */
@FunctionalInterface
public interface SqlWork<T> {
  T run(Connection connection) throws SQLException;
}
