package io.exchangesync.ejb.crm;

import io.exchangesync.ejb.crm.sql.CrmTransactions;
import io.exchangesync.ejb.crm.sql.DatabaseTrouble;
import io.exchangesync.ejb.crm.sql.SqlWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Transactions of plain JDBC connections, bound to the thread, for tests without a server. */
final class PlainTransactions implements CrmTransactions {
  private record Open(Connection connection, List<Runnable> afterCommit) {}

  private final DataSource dataSource;
  private final ThreadLocal<Open> open = new ThreadLocal<>();
  private Runnable meanwhile = () -> {};

  PlainTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public <T> T joined(SqlWork<T> work) {
    Open current = open.get();
    try {
      if (current != null) {
        return work.run(current.connection());
      }
      try (Connection connection = dataSource.getConnection()) {
        return work.run(connection);
      }
    } catch (SQLException e) {
      throw DatabaseTrouble.translate(e);
    }
  }

  /**
   * Somebody's work between the reading and the writing of the next batch, which takes keys there.
   */
  void meanwhile(Runnable action) {
    meanwhile = action;
  }

  @Override
  public <T> T separate(SqlWork<T> work) {
    Open outer = open.get();
    open.remove();
    try {
      Runnable now = meanwhile;
      meanwhile = () -> {};
      now.run();
      return committed(() -> joined(work));
    } finally {
      open.set(outer);
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    if (open.get() == null) {
      action.run();
    } else {
      open.get().afterCommit().add(action);
    }
  }

  <T> T committed(Supplier<T> work) {
    return transaction(work, true);
  }

  void rolledBack(Runnable work) {
    transaction(
        () -> {
          work.run();
          return true;
        },
        false);
  }

  private <T> T transaction(Supplier<T> work, boolean commit) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      Open mine = new Open(connection, new ArrayList<>());
      open.set(mine);
      boolean done = false;
      try {
        T answer = work.get();
        done = commit;
        return answer;
      } finally {
        open.remove();
        if (done) {
          connection.commit();
          connection.setAutoCommit(true);
          mine.afterCommit().forEach(Runnable::run);
        } else {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    } catch (SQLException e) {
      throw DatabaseTrouble.translate(e);
    }
  }
}
