package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key for secrets is taken from a file that nobody else may read. */
class ConfiguredKeyTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(folder.resolve("key"), KEY + "\n");
    assumeTrue(
        file.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system has no permissions of POSIX");
  }

  @Test
  void aFileOfTheOwnersAlone() throws IOException {
    permit("rw-------");
    assertThat(ConfiguredKey.decoded(ConfiguredKey.read(file)).getEncoded()).hasSize(32);
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws IOException {
    permit("rw-r--r--");
    assertThatThrownBy(() -> ConfiguredKey.read(file))
        .isInstanceOf(SecretKeyMissing.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aFileThatIsMissingIsTold() {
    assertThatThrownBy(() -> ConfiguredKey.read(folder.resolve("none")))
        .isInstanceOf(SecretKeyMissing.class)
        .hasMessageContaining("can't be read");
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
