package io.exchangesync.exchange.ews;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Certificates of private authorities, used instead of those of the JDK.
 *
 * @param file a PKCS12 file
 */
public record TrustStore(Path file, String password) {
  public TrustStore {
    Objects.requireNonNull(file);
    Objects.requireNonNull(password);
  }

  @Override
  public String toString() {
    return "TrustStore[file=" + file + "]";
  }
}
