package io.exchangesync.ejb.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key from the server's configuration: system property {@code exsync.secret.key}, which may be
 * an encrypted expression kept in an Elytron credential store, or environment variable {@code
 * EXSYNC_SECRET_KEY}; 32 bytes in Base64.
 */
@ApplicationScoped
public class ConfiguredKey implements KeySupplier {
  private static final int BYTES = 32;

  @Override
  public SecretKey key() {
    return Optional.ofNullable(System.getProperty("exsync.secret.key"))
        .or(() -> Optional.ofNullable(System.getenv("EXSYNC_SECRET_KEY")))
        .filter(text -> !text.isBlank())
        .map(ConfiguredKey::decoded)
        .orElseThrow(
            () ->
                new SecretKeyMissing(
                    "no key for secrets: set EXSYNC_SECRET_KEY or exsync.secret.key to 32 random"
                        + " bytes in Base64"));
  }

  static SecretKey decoded(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new SecretKeyMissing("the key for secrets is not Base64");
    }
    if (bytes.length != BYTES) {
      throw new SecretKeyMissing("the key for secrets has " + bytes.length + " bytes, not 32");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
