package io.exchangesync.simulator.series;

import io.exchangesync.simulator.store.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a master keeps what is different on single dates: under keys that begin with the date, so
 * that conflicts are seen per occurrence and property, as for any other property.
 */
public final class Exceptions {
  private static final String PREFIX = "occurrence/";

  /** The property of a date that has no occurrence any more. */
  public static final String DELETED = "deleted";

  private static final int DATE_END = PREFIX.length() + 10;

  /** What an exception says of a property that its master has and it has not. */
  private static final Value ABSENT = new Value.Texts(List.of());

  private Exceptions() {}

  /** The property that a master's key means on a single date, if it is such a key. */
  public static Optional<String> property(String key) {
    return isKey(key) ? Optional.of(key.substring(DATE_END + 1)) : Optional.empty();
  }

  static boolean isKey(String key) {
    return key.startsWith(PREFIX);
  }

  static String key(LocalDate date, String property) {
    return PREFIX + date + "/" + property;
  }

  static String deletedKey(LocalDate date) {
    return key(date, DELETED);
  }

  /** The dates with exceptions and what is different on each; deleted dates say nothing else. */
  static NavigableMap<LocalDate, Map<String, Value>> in(Map<String, Value> master) {
    NavigableMap<LocalDate, Map<String, Value>> found = new TreeMap<>();
    master.forEach(
        (key, value) -> {
          if (isKey(key)) {
            LocalDate date = LocalDate.parse(key.substring(PREFIX.length(), DATE_END));
            found
                .computeIfAbsent(date, d -> new HashMap<>())
                .put(key.substring(DATE_END + 1), value);
          }
        });
    return found;
  }

  static boolean isDeleted(Map<String, Value> exception) {
    return exception.containsKey(DELETED);
  }

  static void apply(Map<String, Value> exception, Map<String, Value> properties) {
    exception.forEach(
        (key, value) -> {
          if (value.equals(ABSENT)) {
            properties.remove(key);
          } else {
            properties.put(key, value);
          }
        });
  }

  /** Writes into the master what the occurrence has otherwise than the plain one. */
  static void store(
      LocalDate date,
      Map<String, Value> plain,
      Map<String, Value> changed,
      Map<String, Value> master) {
    for (Map.Entry<String, Value> entry : changed.entrySet()) {
      String key = key(date, entry.getKey());
      if (entry.getValue().equals(plain.get(entry.getKey()))) {
        master.remove(key);
      } else {
        master.put(key, entry.getValue());
      }
    }
    for (String property : plain.keySet()) {
      if (!changed.containsKey(property)) {
        master.put(key(date, property), ABSENT);
      }
    }
  }

  static void delete(LocalDate date, Map<String, Value> master) {
    String all = PREFIX + date + "/";
    master.keySet().removeIf(key -> key.startsWith(all));
    master.put(deletedKey(date), Value.of(true));
  }
}
