package io.exchangesync.benchmarks.floor;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the floor has to do.
 *
 * @param from first day of the window
 * @param to last day of the window
 * @param mailboxes address by associate
 * @param warmUp further ones, done before the clock starts
 */
public record FloorSettings(
    URI ews,
    String user,
    String password,
    String jdbcUrl,
    String jdbcUser,
    String jdbcPassword,
    int workers,
    int batch,
    LocalDate from,
    LocalDate to,
    Map<Integer, String> mailboxes,
    Map<Integer, String> warmUp) {
  private static final String WARM_UP = "warm-up:";

  /** As arguments of the floor's process; {@link #of} reads them. */
  public List<String> arguments() {
    var all =
        new java.util.ArrayList<>(
            List.of(
                ews.toString(),
                user,
                password,
                jdbcUrl,
                jdbcUser,
                jdbcPassword,
                String.valueOf(workers),
                String.valueOf(batch),
                from.toString(),
                to.toString()));
    mailboxes.forEach((associate, address) -> all.add(associate + "=" + address));
    warmUp.forEach((associate, address) -> all.add(WARM_UP + associate + "=" + address));
    return all;
  }

  static FloorSettings of(String[] arguments) {
    Map<Integer, String> mailboxes = new LinkedHashMap<>();
    Map<Integer, String> warmUp = new LinkedHashMap<>();
    for (int i = 10; i < arguments.length; i++) {
      boolean before = arguments[i].startsWith(WARM_UP);
      String[] parts = arguments[i].substring(before ? WARM_UP.length() : 0).split("=", 2);
      (before ? warmUp : mailboxes).put(Integer.valueOf(parts[0]), parts[1]);
    }
    return new FloorSettings(
        URI.create(arguments[0]),
        arguments[1],
        arguments[2],
        arguments[3],
        arguments[4],
        arguments[5],
        Integer.parseInt(arguments[6]),
        Integer.parseInt(arguments[7]),
        LocalDate.parse(arguments[8]),
        LocalDate.parse(arguments[9]),
        mailboxes,
        warmUp);
  }
}
