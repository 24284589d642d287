package io.exchangesync.ejb.crm.sql;

/**
 * Where connections and transactions come from: JTA in the server, plain JDBC elsewhere.
 *
 * <p>Invariant: SQL errors leave as {@link DatabaseTrouble#translate} says.
 */
public interface CrmTransactions {

  /** Runs in the caller's transaction, or without one if the caller has none. */
  <T> T joined(SqlWork<T> work);

  /** Runs in a short transaction of its own that is committed before this returns. */
  <T> T separate(SqlWork<T> work);

  /** Runs once the caller's transaction has committed; at once if there is none. */
  void afterCommit(Runnable action);
}
