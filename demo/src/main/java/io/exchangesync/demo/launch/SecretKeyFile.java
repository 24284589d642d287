package io.exchangesync.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key an installation seals its secrets with: made once, kept beside its data. */
final class SecretKeyFile {
  private static final int BYTES = 32;

  private SecretKeyFile() {}

  /** The file, with 32 random bytes in Base64; made when there is no such file. */
  static Path made(Path file) throws IOException {
    if (Files.notExists(file)) {
      byte[] key = new byte[BYTES];
      new SecureRandom().nextBytes(key);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, Base64.getEncoder().encodeToString(key));
      hide(file);
    }
    return file;
  }

  private static void hide(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
