package io.exchangesync.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoUsersTest {
  @TempDir Path configuration;

  @Test
  void noPasswordIsWrittenInClearText() throws Exception {
    DemoUsers.writeTo(configuration);
    String users = Files.readString(configuration.resolve("exchangesync-users.properties"));
    assertThat(users).contains("viewer=").doesNotContain(DemoUsers.VIEWER.password());
  }

  @Test
  void aViewerHasNoOtherRole() throws Exception {
    DemoUsers.writeTo(configuration);
    assertThat(Files.readAllLines(configuration.resolve("exchangesync-roles.properties")))
        .contains("viewer=viewer");
  }
}
