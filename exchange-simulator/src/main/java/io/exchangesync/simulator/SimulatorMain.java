package io.exchangesync.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts the simulator as a process of its own; the package page lists its options. */
public final class SimulatorMain {
  private SimulatorMain() {}

  /**
   * @param args options as {@code --name=value}; each is also read from the environment as {@code
   *     EXSYNC_SIM_NAME}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = options(args, System.getenv());
    ExchangeSimulator simulator = ExchangeSimulator.start(config(options));
    if (options.containsKey("users")) {
      seed(simulator, new ObjectMapper().readTree(Path.of(options.get("users")).toFile()));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "simulator-stop"));
    System.out.println("Exchange simulator is listening at " + simulator.url());
    simulator.httpsUrl().ifPresent(url -> System.out.println("and at " + url));
    System.out.println("Control: http://localhost:" + simulator.port() + "/control/health");
    new CountDownLatch(1).await();
  }

  static Map<String, String> options(String[] args, Map<String, String> environment) {
    Map<String, String> options = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("EXSYNC_SIM_")) {
            String option = name.substring("EXSYNC_SIM_".length()).toLowerCase(Locale.ROOT);
            options.put(option.replace('_', '-'), value);
          }
        });
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (!arg.startsWith("--") || equals < 0) {
        throw new IllegalArgumentException("options look like --name=value, not " + arg);
      }
      options.put(arg.substring(2, equals), arg.substring(equals + 1));
    }
    return options;
  }

  static SimulatorConfig config(Map<String, String> options) {
    Map<String, String> tokens = new HashMap<>();
    for (String token : options.getOrDefault("tokens", "").split(",")) {
      if (!token.isBlank()) {
        tokens.put(token.strip(), "application");
      }
    }
    return new SimulatorConfig(
        options.getOrDefault("host", "127.0.0.1"),
        Integer.parseInt(options.getOrDefault("port", "8085")),
        Optional.ofNullable(options.get("https-port")).map(Integer::valueOf),
        Optional.ofNullable(options.get("keystore")).map(Path::of),
        options.getOrDefault("keystore-password", "changeit"),
        Optional.of(Path.of(options.getOrDefault("data", "simulator-data"))),
        tokens);
  }

  private static void seed(ExchangeSimulator simulator, JsonNode users) {
    for (JsonNode user : users) {
      String smtp = user.path("smtp").asText();
      String displayName = user.path("displayName").asText(smtp);
      String password = user.path("password").asText();
      if (user.path("impersonation").asBoolean()) {
        simulator.addImpersonator(smtp, displayName, password);
      } else if (user.path("room").asBoolean()) {
        simulator.addRoom(smtp, displayName, password);
      } else {
        simulator.addMailbox(smtp, displayName, password);
      }
    }
  }
}
