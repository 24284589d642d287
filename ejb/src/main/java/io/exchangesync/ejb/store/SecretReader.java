package io.exchangesync.ejb.store;

import java.util.Optional;

/** Secrets as the connection to Exchange needs them; never used by the admin side. */
public interface SecretReader {

  /**
   * The secret kept under a name.
   *
   * @throws SecretKeyMissing if the installation has no key
   * @throws IllegalStateException if it was sealed with another key or altered
   */
  Optional<String> reveal(String name);
}
