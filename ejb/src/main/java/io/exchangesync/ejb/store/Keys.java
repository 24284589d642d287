package io.exchangesync.ejb.store;

/** Where new keys of the sync tables come from. */
public interface Keys {

  /**
   * Reserves consecutive keys of a table, whatever becomes of the caller's transaction.
   *
   * @return the first of {@code count} keys
   */
  int reserve(String table, int count);
}
