package io.exchangesync.ejb.crm.sql;

import io.exchangesync.core.port.SyncException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;

/** Types SQL errors by what has to happen next: try again later, or tell the developers. */
public final class DatabaseTrouble {
  private static final int H2_LOCK_TIMEOUT = 50200;
  private static final int SQL_SERVER_LOCK_TIMEOUT = 1222;
  private static final int SQL_SERVER_DEADLOCK = 1205;

  private DatabaseTrouble() {}

  /** No connection could be had at all. */
  public static SyncException.Retriable unreachable(SQLException e) {
    return new SyncException.Retriable(
        "SuperOffice's database can't be reached: " + e.getMessage(), Optional.empty(), e);
  }

  /** The SQL error behind another exception, typed; that exception itself if there is none. */
  public static RuntimeException translate(RuntimeException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return translate(sql);
      }
    }
    return e;
  }

  /** A lost connection, a deadlock or a time-out is retriable; anything else is a defect. */
  public static RuntimeException translate(SQLException e) {
    if (passesByItself(e)) {
      return new SyncException.Retriable(
          "SuperOffice's database did not answer: " + e.getMessage(), Optional.empty(), e);
    }
    return new IllegalStateException("SuperOffice's database refused: " + e.getMessage(), e);
  }

  private static boolean passesByItself(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return e instanceof SQLTransientException
        || e instanceof SQLRecoverableException
        || e instanceof SQLNonTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("90") && e.getMessage().contains("onnection")
        || e.getErrorCode() == H2_LOCK_TIMEOUT
        || e.getErrorCode() == SQL_SERVER_LOCK_TIMEOUT
        || e.getErrorCode() == SQL_SERVER_DEADLOCK;
  }
}
