package io.exchangesync.ejb.crm.container;

import io.exchangesync.ejb.crm.sql.CrmTransactions;
import io.exchangesync.ejb.crm.sql.DatabaseTrouble;
import io.exchangesync.ejb.crm.sql.SqlWork;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of the server's datasource, in the caller's JTA transaction or in a new one. */
@ApplicationScoped
public class ContainerTransactions implements CrmTransactions {
  @Resource(lookup = "java:jboss/datasources/ExSyncDS")
  private DataSource dataSource;

  @Resource private TransactionSynchronizationRegistry registry;

  @Override
  public <T> T joined(SqlWork<T> work) {
    return onConnection(work);
  }

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T separate(SqlWork<T> work) {
    return onConnection(work);
  }

  @Override
  public void afterCommit(Runnable action) {
    if (registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
      action.run();
      return;
    }
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              action.run();
            }
          }
        });
  }

  private <T> T onConnection(SqlWork<T> work) {
    try (Connection connection = open()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw DatabaseTrouble.translate(e);
    }
  }

  private Connection open() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw DatabaseTrouble.unreachable(e);
    }
  }
}
