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
    Map<Integer, String> mailboxes) {

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
    return all;
  }

  static FloorSettings of(String[] arguments) {
    Map<Integer, String> mailboxes = new LinkedHashMap<>();
    for (int i = 10; i < arguments.length; i++) {
      String[] parts = arguments[i].split("=", 2);
      mailboxes.put(Integer.valueOf(parts[0]), parts[1]);
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
        mailboxes);
  }
}
