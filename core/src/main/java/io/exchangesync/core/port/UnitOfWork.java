package io.exchangesync.core.port;

import java.util.function.Supplier;

/**
 * Transactions of the database that holds both SuperOffice's rows and the sync tables.
 *
 * <p>Never one inside another: work that was refused is rolled back before this returns.
 */
public interface UnitOfWork {

  /**
   * Runs work in a transaction of its own, which is committed when this returns and rolled back
   * when it throws.
   *
   * @throws SyncException.Retriable if the database can't be reached or gave up (deadlock,
   *     time-out)
   * @throws WriteRefused if the database does not take what the work wrote
   */
  <T> T run(Supplier<T> work);
}
