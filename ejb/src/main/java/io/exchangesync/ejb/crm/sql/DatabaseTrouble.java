package io.exchangesync.ejb.crm.sql;

import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.port.WriteRefused;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Types SQL errors by what has to happen next: try again later, or hold the thing that is not
 * taken.
 */
public final class DatabaseTrouble {
  private static final int H2_LOCK_TIMEOUT = 50200;
  private static final int SQL_SERVER_LOCK_TIMEOUT = 1222;
  private static final int SQL_SERVER_DEADLOCK = 1205;

  /** SQL Server: not allowed, no such table or column, disk or log full, read only, no login. */
  private static final Set<Integer> SQL_SERVER_OF_EVERYBODY =
      Set.of(229, 230, 207, 208, 1101, 1105, 9002, 3906, 4060, 18456);

  /** H2: no such table or column, not allowed, closed, out of memory or of disk. */
  private static final Set<Integer> H2_OF_EVERYBODY =
      Set.of(42102, 42103, 42104, 42122, 90096, 90097, 90098, 90028, 90031, 90108);

  private static final Duration OF_EVERYBODY = Duration.ofMinutes(5);
  private static final int MOST_OF_A_MESSAGE = 500;

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

  /**
   * A lost connection, a deadlock or a time-out is retriable, and so is what is about no row at all
   * (rights, missing tables, a full disk); anything else is about what was written.
   */
  public static RuntimeException translate(SQLException e) {
    if (passesByItself(e)) {
      return new SyncException.Retriable(
          "SuperOffice's database did not answer: " + e.getMessage(), Optional.empty(), e);
    }
    if (ofEverybody(e)) {
      return new SyncException.Retriable(
          "SuperOffice's database can't be worked with: " + message(e),
          Optional.of(OF_EVERYBODY),
          e);
    }
    return new WriteRefused(code(e), message(e), e);
  }

  /** Whether an integrity constraint (SQL state 23) is behind an exception. */
  public static boolean violatesConstraint(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return String.valueOf(sql.getSQLState()).startsWith("23");
      }
    }
    return false;
  }

  private static boolean ofEverybody(SQLException e) {
    return SQL_SERVER_OF_EVERYBODY.contains(e.getErrorCode())
        || H2_OF_EVERYBODY.contains(e.getErrorCode());
  }

  private static String code(SQLException e) {
    return "SQL state " + e.getSQLState() + ", error " + e.getErrorCode();
  }

  /** Without the statement that some drivers append, and not longer than a person reads. */
  private static String message(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int statement = message.indexOf("; SQL statement:");
    String said = statement < 0 ? message : message.substring(0, statement);
    return (said.length() > MOST_OF_A_MESSAGE ? said.substring(0, MOST_OF_A_MESSAGE) + "…" : said)
        + " ("
        + code(e)
        + ")";
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
