package io.exchangesync.ejb.store;

import javax.crypto.SecretKey;

/** Where the key that seals secrets comes from; it is never in the database. */
public interface KeySupplier {

  /**
   * The AES key of the installation.
   *
   * @throws IllegalStateException if there is none, with what to do
   */
  SecretKey key();
}
