package io.exchangesync.ejb.store;

import java.time.Instant;
import java.util.Optional;

/** Secrets as administrators handle them: written and removed, never read. */
public interface SecretStore {

  /**
   * Seals a secret and keeps it under a name, in place of an older one.
   *
   * @throws SecretKeyMissing if the installation has no key to seal with
   */
  void write(String name, String secret);

  void remove(String name);

  /** When the secret was last written [UTC]; empty = there is none. */
  Optional<Instant> writtenAt(String name);
}
