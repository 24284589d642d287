package io.exchangesync.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExchangelibTest extends RunningSimulator {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  @Test
  void exchangelibWorksWithACalendarAsAUserDoes() throws Exception {
    drive("drive_calendar.py");
  }

  @Test
  void exchangelibWorksWithTasksAsAUserDoes() throws Exception {
    drive("drive_tasks.py");
  }

  @Test
  void exchangelibWorksWithMeetingsAsTheirPeopleDo() throws Exception {
    simulator.addMailbox("cleo@example.com", "Cleo Friis", "secret");
    simulator.addRoom("room4@example.com", "Room 4", "secret");
    drive("drive_meetings.py");
    assertThat(simulator.outbox().mails())
        .filteredOn(mail -> mail.to().equals("guest@elsewhere.example"))
        .extracting(mail -> mail.kind() + " " + mail.subject())
        .containsExactly(
            "INVITATION Weekly",
            "UPDATE Weekly, moved",
            "CANCELLATION Canceled: Weekly",
            "UPDATE Weekly",
            "CANCELLATION Canceled: Weekly");
  }

  @Test
  void exchangelibWorksWithContactsAndListsAsAUserDoes() throws Exception {
    simulator.addGroup("sales@example.com", "Sales", List.of("anna@example.com", "bo@example.com"));
    drive("drive_contacts.py");
  }

  private void drive(String script) throws Exception {
    assumeTrue(
        Files.isExecutable(PYTHON) && run("-c", "import exchangelib").exitCode() == 0,
        "exchangelib is missing: Debian's package python3-exchangelib is not installed");
    SchemaTap tap = new SchemaTap();
    simulator.tap(tap);
    Run run =
        run("src/test/python/" + script, simulator.url().toString(), "anna@example.com", "secret");
    assertThat(run.output()).endsWith("DONE\n");
    assertThat(run.exitCode()).isZero();
    tap.assertAllAnswersWereValid();
  }

  private record Run(int exitCode, String output) {}

  private static Run run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(PYTHON.toString());
    builder.command().addAll(List.of(arguments));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new Run(process.waitFor(), output);
  }
}
