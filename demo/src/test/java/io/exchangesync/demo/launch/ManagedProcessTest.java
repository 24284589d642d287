package io.exchangesync.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the child processes are POSIX shell scripts")
class ManagedProcessTest {
  @TempDir Path folder;

  @Test
  void aProcessThatEndsTooEarlyIsReportedWithTheEndOfItsLog() {
    var process = shell("echo no licence; exit 3");
    process.start();
    assertThatThrownBy(() -> process.await("health", Duration.ofSeconds(20), () -> false))
        .isInstanceOf(ProcessFailure.class)
        .hasMessageContaining("no licence");
  }

  @Test
  void aProcessThatStaysSilentIsReportedWhenTheTimeIsOver() {
    try (var process = shell("sleep 60")) {
      process.start();
      assertThatThrownBy(() -> process.await("health", Duration.ofMillis(300), () -> false))
          .isInstanceOf(ProcessFailure.class)
          .hasMessageContaining("no health within");
    }
  }

  @Test
  void killEndsTheServerBehindAStartScriptToo() throws Exception {
    var process = shell("sleep 60 & echo $! > " + pidFile() + "; wait");
    process.start();
    process.await("child", Duration.ofSeconds(20), () -> Files.exists(pidFile()));
    process.await("its id", Duration.ofSeconds(20), () -> !childId().isEmpty());
    var child = ProcessHandle.of(Long.parseLong(childId())).orElseThrow();

    process.kill();

    assertThat(process.isAlive()).isFalse();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void stopLeavesTheProcessTimeToEndByItself() {
    var process = shell("trap 'echo saved; exit 0' TERM; echo up; while :; do sleep 0.1; done");
    process.start();
    process.await("start", Duration.ofSeconds(20), () -> process.logTail().contains("up"));

    process.stop(Duration.ofSeconds(20));

    assertThat(process.logTail()).contains("saved");
  }

  @Test
  void anInterruptFromTheTerminalDoesNotReachTheProcess() {
    var process = shell("kill -INT $$; echo still here");
    process.start();
    process.await("line", Duration.ofSeconds(20), () -> process.logTail().contains("still here"));
    process.close();
  }

  private Path pidFile() {
    return folder.resolve("child.pid");
  }

  private String childId() {
    try {
      return Files.readString(pidFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ManagedProcess shell(String script) {
    return new ManagedProcess(
        "script", List.of("/bin/sh", "-c", script), Map.of(), folder.resolve("logs/script.log"));
  }
}
