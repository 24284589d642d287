package io.exchangesync.benchmarks;

import io.exchangesync.benchmarks.floor.Floor;
import io.exchangesync.benchmarks.floor.FloorSettings;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.launch.SimulatorProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bare program in a process of its own. */
final class FloorContender implements Contender {
  private static final int DAYS_BACK = 30;
  private static final int DAYS_AHEAD = 120;

  private final Options options;
  private final FirstSyncData data;
  private Process process;
  private BufferedReader output;

  FloorContender(Options options, FirstSyncData data) {
    this.options = options;
    this.data = data;
  }

  @Override
  public String name() {
    return "floor";
  }

  @Override
  public void prepare(Stage stage) throws IOException {
    var settings =
        new FloorSettings(
            stage.exchange().ews(),
            SimulatorProcess.SERVICE_USER,
            SimulatorProcess.SERVICE_PASSWORD,
            stage.database().jdbcUrl(),
            H2Server.USER,
            H2Server.PASSWORD,
            options.workers(),
            options.batch(),
            data.today().minusDays(DAYS_BACK),
            data.today().plusDays(DAYS_AHEAD),
            data.mailboxes(),
            data.warmUp());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + options.heap(),
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                H2Server.KEPT_STATEMENTS,
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                System.getProperty("java.class.path"),
                Floor.class.getName()));
    command.addAll(settings.arguments());
    Path log = options.data().resolve("logs").resolve("floor.log");
    process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    await(Floor.READY);
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public void run() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    await(Floor.DONE);
  }

  private void await(String wanted) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(wanted)) {
        return;
      }
    }
    throw new IOException("the floor has ended; see floor.log");
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
