package io.exchangesync.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is measured, given as {@code --name=value}.
 *
 * @param mailboxes of the first synchronization; the demonstration company has 12 at most
 * @param items appointments of each mailbox in the end, half of them made on each side
 * @param warmUp mailboxes of the same size that each contender synchronizes before the clock starts
 * @param runs of each contender, alternating
 * @param workers of the floor: as many as the product's job takes for so many mailboxes
 * @param idleMailboxes mailboxes of the idle cycle
 * @param idleLinks links of each of them
 * @param cycles idle cycles, each printed
 * @param statements how many SQL statements are listed by count, 0 for none
 * @param data folder of everything that is made
 */
record Options(
    Part part,
    int mailboxes,
    int items,
    int warmUp,
    int runs,
    int workers,
    int batch,
    int idleMailboxes,
    int idleLinks,
    int cycles,
    int statements,
    int portOffset,
    String heap,
    Path data) {

  /** Which measurement. */
  enum Part {
    ALL,
    FIRST,
    FLOOR,
    OURS,
    IDLE,
    BOOK
  }

  private static final int JOB_WORKERS = 6;
  private static final int WARM_UP_ROUNDS = 3;

  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("part", "all"),
          Map.entry("mailboxes", "10"),
          Map.entry("items", "500"),
          Map.entry("warm-up", ""),
          Map.entry("runs", "3"),
          Map.entry("workers", ""),
          Map.entry("batch", "50"),
          Map.entry("idle-mailboxes", "200"),
          Map.entry("idle-links", "1000"),
          Map.entry("cycles", "3"),
          Map.entry("statements", "0"),
          Map.entry("port-offset", "1300"),
          Map.entry("heap", "1g"),
          Map.entry("data", ""));

  /**
   * @throws IllegalArgumentException with the usage
   */
  static Options parse(String[] arguments, Path usualData) {
    Map<String, String> values = new HashMap<>(USUAL);
    for (String argument : arguments) {
      String[] parts = argument.replaceFirst("^--", "").split("=", 2);
      if (!argument.startsWith("--") || parts.length < 2 || !USUAL.containsKey(parts[0])) {
        throw new IllegalArgumentException(
            "unknown option " + argument + "; options and what they are usually:\n" + usual());
      }
      values.put(parts[0], parts[1]);
    }
    int mailboxes = Integer.parseInt(values.get("mailboxes"));
    String workers = values.get("workers");
    String warmUp = values.get("warm-up");
    String data = values.get("data");
    return new Options(
        Part.valueOf(values.get("part").toUpperCase(java.util.Locale.ROOT)),
        mailboxes,
        Integer.parseInt(values.get("items")),
        warmUp.isEmpty() ? WARM_UP_ROUNDS * mailboxes : Integer.parseInt(warmUp),
        Integer.parseInt(values.get("runs")),
        workers.isEmpty() ? Math.min(JOB_WORKERS, mailboxes) : Integer.parseInt(workers),
        Integer.parseInt(values.get("batch")),
        Integer.parseInt(values.get("idle-mailboxes")),
        Integer.parseInt(values.get("idle-links")),
        Integer.parseInt(values.get("cycles")),
        Integer.parseInt(values.get("statements")),
        Integer.parseInt(values.get("port-offset")),
        values.get("heap"),
        (data.isEmpty() ? usualData : Path.of(data)).toAbsolutePath().normalize());
  }

  boolean measures(Part one) {
    return part == Part.ALL
        || part == one
        || part == Part.FIRST && Arrays.asList(Part.FLOOR, Part.OURS).contains(one);
  }

  private static String usual() {
    var text = new StringBuilder();
    new TreeMap<>(USUAL)
        .forEach((name, value) -> text.append("  --%s=%s%n".formatted(name, value)));
    return text.toString();
  }
}
