package io.exchangesync.demo.launch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the person who starts the demonstration may choose, as {@code --name=value}, as system
 * property {@code exsync.demo.name} or as environment variable {@code EXSYNC_DEMO_NAME}, in this
 * order.
 *
 * @param data folder of all data, kept from one start to the next
 * @param mailboxes number of employees to link
 * @param items appointments entered into each mailbox before its first synchronization
 * @param appointments plain appointments of each employee in SuperOffice within the window
 * @param heap the server's Java heap limit
 */
public record DemoOptions(
    Path data,
    ServerPorts serverPorts,
    int databasePort,
    int exchangePort,
    int mailboxes,
    int items,
    int appointments,
    String heap,
    Ending ending) {

  /** What happens after the summary. */
  public enum Ending {
    RUN_UNTIL_INTERRUPTED,
    STOP
  }

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "port-offset", "0",
          "http-port", "8080",
          "management-port", "9990",
          "database-port", "9092",
          "exchange-port", "8085",
          "mailboxes", "12",
          "items", "30",
          "appointments", "40",
          "heap", "1g");
  private static final List<String> OTHERS = List.of("data", "once");

  /**
   * @param defaultData the data folder unless the person chose one
   * @throws IllegalArgumentException for an unknown option or a value that is not a number
   */
  public static DemoOptions parse(String[] arguments, Path defaultData) {
    var given = new HashMap<String, String>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      String name = parts[0].replaceFirst("^--", "");
      if (!parts[0].startsWith("--") || !isKnown(name)) {
        throw new IllegalArgumentException("unknown option " + argument + "\n" + usage());
      }
      given.put(name, parts.length == 2 ? parts[1] : "true");
    }
    var lookup = new Lookup(given);
    int offset = lookup.number("port-offset");
    return new DemoOptions(
        lookup.text("data").map(Path::of).orElse(defaultData).toAbsolutePath().normalize(),
        new ServerPorts(lookup.number("http-port"), lookup.number("management-port"), offset),
        lookup.number("database-port") + offset,
        lookup.number("exchange-port") + offset,
        lookup.number("mailboxes"),
        lookup.number("items"),
        lookup.number("appointments"),
        lookup.text("heap").orElseThrow(),
        lookup.text("once").filter("true"::equals).isPresent()
            ? Ending.STOP
            : Ending.RUN_UNTIL_INTERRUPTED);
  }

  private static boolean isKnown(String name) {
    return DEFAULTS.containsKey(name) || OTHERS.contains(name);
  }

  private static String usage() {
    var names = DEFAULTS.keySet().toArray(String[]::new);
    Arrays.sort(names);
    return "options: --data=FOLDER --once --" + String.join("=… --", names) + "=…";
  }

  private record Lookup(Map<String, String> given) {
    Optional<String> text(String name) {
      return Optional.ofNullable(given.get(name))
          .or(() -> Optional.ofNullable(System.getProperty("exsync.demo." + name)))
          .or(() -> Optional.ofNullable(System.getenv(variable(name))))
          .or(() -> Optional.ofNullable(DEFAULTS.get(name)));
    }

    int number(String name) {
      String value = text(name).orElseThrow();
      try {
        return Integer.parseInt(value);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("--" + name + "=" + value + " is not a number", e);
      }
    }

    private static String variable(String name) {
      return "EXSYNC_DEMO_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
  }
}
