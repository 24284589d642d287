package io.exchangesync.ejb.store;

import java.util.Optional;

/** Secrets as the connection to Exchange needs them; never used by the admin side. */
public interface SecretReader {

  /**
   * The secret kept under a name.
   *
   * @throws IllegalStateException if it was sealed with another key or altered, or if there is no
   *     key
   */
  Optional<String> reveal(String name);
}
