package io.exchangesync.demo.launch;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.DemoOptions.Ending;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the whole demonstration, links users, runs the first synchronization, prints what it did
 * and runs until Ctrl-C. Started again, it goes on with the data it finds.
 */
public final class Demo {
  private static final Duration WATCH = Duration.ofSeconds(1);

  private final DemoOptions options;
  private final DemoProcesses processes;
  private final PrintStream out;

  private Demo(DemoOptions options, DemoProcesses processes, PrintStream out) {
    this.options = options;
    this.processes = processes;
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      BuiltFiles built = BuiltFiles.find();
      var options = DemoOptions.parse(arguments, built.project().resolve(".demo"));
      return run(options, new DemoProcesses(built, options));
    } catch (ProcessFailure | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static int run(DemoOptions options, DemoProcesses processes) {
    Runtime.getRuntime().addShutdownHook(new Thread(processes::close, "stop processes"));
    try {
      new Demo(options, processes, System.out).show();
      return 0;
    } catch (ProcessFailure | AdminFailure e) {
      if (!processes.isStopping()) {
        System.err.println(e.getMessage());
      }
      return 1;
    }
  }

  private void show() {
    Instant begin = Instant.now();
    say("Starting the SuperOffice database, the Exchange simulator and WildFly; logs: %s", logs());
    processes.start();
    say("Running after %d s.", seconds(begin));
    var admin = new AdminClient(processes.server().api(), DemoUsers.ADMINISTRATOR);
    connect(admin);
    var sync = new FirstSync(admin);
    Instant syncBegin = Instant.now();
    link(admin);
    List<JsonNode> executions = sync.run();
    say("Synchronized after %d s; what was decided:", seconds(syncBegin));
    out.print(Summary.decisions(executions));
    out.println();
    out.print(Summary.addresses(processes));
    out.flush();
    if (options.ending() == Ending.RUN_UNTIL_INTERRUPTED) {
      say("%nRunning until Ctrl-C. Changes on either side follow within a timer interval.");
      watch();
    }
  }

  /**
   * The database was made by the demonstration, so rows may be created in it directly; the
   * simulator is near, so mailboxes are asked as often as the timer goes off.
   */
  private void connect(AdminClient admin) {
    if (!admin.get("/connection").path("configured").asBoolean()) {
      admin.put(
          "/settings",
          Map.of("values", Map.of("crm.visible-for", "direct", "poll.interval", "10")));
    }
    admin.put(
        "/connection",
        Map.of(
            "url", processes.simulator().ews().toString(),
            "user", SimulatorProcess.SERVICE_USER,
            "password", SimulatorProcess.SERVICE_PASSWORD));
  }

  private void link(AdminClient admin) {
    DemoLinks links =
        new DemoLinks(admin, processes.simulator(), options.data().resolve("seeded.txt"));
    List<String> added =
        new ArrayList<>(
            links.link(options.mailboxes(), options.items(), LocalDate.now(ZoneOffset.UTC)));
    added.addAll(links.linkRooms());
    if (added.isEmpty()) {
      say("The users are linked already.");
    } else {
      say("Linked %d users and rooms: %s", added.size(), String.join(", ", added));
    }
  }

  private void watch() {
    Optional<ManagedProcess> ended = Optional.empty();
    while (ended.isEmpty()) {
      try {
        Thread.sleep(WATCH.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      ended = processes.ended();
    }
    throw new ProcessFailure(ended.get().name() + " has ended:\n" + ended.get().logTail());
  }

  private Path logs() {
    return options.data().resolve("logs");
  }

  private void say(String format, Object... values) {
    out.println(format.formatted(values));
    out.flush();
  }

  private static long seconds(Instant since) {
    return Duration.between(since, Instant.now()).toSeconds();
  }
}
