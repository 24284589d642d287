package io.exchangesync.ejb.engine;

import io.exchangesync.core.engine.LeaseLost;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.port.UnitOfWork;
import io.exchangesync.core.port.WriteRefused;
import io.exchangesync.ejb.crm.sql.DatabaseTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Units of work as JTA transactions of the server.
 *
 * <p>What is no SQL error and no failure of the transaction itself is about what was written, so
 * that a defect that meets one appointment does not stop its neighbours.
 */
@ApplicationScoped
public class ContainerUnitOfWork implements UnitOfWork {
  @Inject private NewTransaction transaction;

  @Override
  public <T> T run(Supplier<T> work) {
    try {
      return transaction.call(work);
    } catch (LeaseLost e) {
      throw e;
    } catch (Exception e) {
      throw typed(e);
    }
  }

  static RuntimeException typed(Exception thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SyncException || cause instanceof WriteRefused) {
        return (RuntimeException) cause;
      }
      if (cause instanceof java.sql.SQLException sql) {
        return DatabaseTrouble.translate(sql);
      }
    }
    if (ofTheTransaction(thrown)) {
      return new SyncException.Retriable(
          "The transaction could not be committed: " + thrown.getMessage(),
          Optional.empty(),
          thrown);
    }
    return new WriteRefused("unforeseen", "unexpected failure: " + thrown, thrown);
  }

  private static boolean ofTheTransaction(Exception thrown) {
    return !(thrown instanceof RuntimeException)
        || thrown instanceof TransactionalException
        || thrown.getCause() instanceof RollbackException;
  }
}
