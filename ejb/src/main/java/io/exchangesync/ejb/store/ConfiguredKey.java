package io.exchangesync.ejb.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key from the server's configuration, 32 bytes in Base64: in a file that only its owner may
 * read ({@code exsync.secret.key.file} or {@code EXSYNC_SECRET_KEY_FILE}); as system property
 * {@code exsync.secret.key}, which may be an encrypted expression kept in an Elytron credential
 * store; or as environment variable {@code EXSYNC_SECRET_KEY}. The first of them counts.
 */
@ApplicationScoped
public class ConfiguredKey implements KeySupplier {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  @Override
  public SecretKey key() {
    return configured("exsync.secret.key.file", "EXSYNC_SECRET_KEY_FILE")
        .map(file -> read(Path.of(file)))
        .or(() -> configured("exsync.secret.key", "EXSYNC_SECRET_KEY"))
        .map(ConfiguredKey::decoded)
        .orElseThrow(
            () ->
                new SecretKeyMissing(
                    "no key for secrets: set EXSYNC_SECRET_KEY_FILE to a file with 32 random bytes"
                        + " in Base64 that only the server may read"));
  }

  private static Optional<String> configured(String property, String variable) {
    return Optional.ofNullable(System.getProperty(property))
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .filter(text -> !text.isBlank());
  }

  static String read(Path file) {
    try {
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
        throw new SecretKeyMissing(
            "the file of the key for secrets is open to others: chmod 600 " + file);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new SecretKeyMissing("the file of the key for secrets can't be read: " + file);
    }
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
