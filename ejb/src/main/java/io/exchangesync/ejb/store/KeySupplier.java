package io.exchangesync.ejb.store;

import javax.crypto.SecretKey;

/** Where the key that seals secrets comes from; it is never in the database. */
public interface KeySupplier {

  /**
   * The AES key of the installation.
   *
   * @throws SecretKeyMissing if there is none
   */
  SecretKey key();
}
