package io.exchangesync.simulator.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One version of one item; numbers come from its mailbox's counter and are never used again.
 *
 * @param number the item's identity; a move gives a new one
 * @param created counter value when it came into its folder
 * @param modified counter value of this version: its change key
 * @param properties by field URI, or by the key of an extended property
 * @param touched counter value of each property's last change after creation
 */
public record Item(
    long number,
    long folder,
    long created,
    long modified,
    Map<String, Value> properties,
    Map<String, Long> touched) {

  public Item {
    properties = Map.copyOf(properties);
    touched = Map.copyOf(touched);
  }

  public Optional<Value> get(String key) {
    return Optional.ofNullable(properties.get(key));
  }

  /** The text of a single-valued property. */
  public Optional<String> text(String key) {
    return properties.get(key) instanceof Value.Text t ? Optional.of(t.text()) : Optional.empty();
  }

  /** This item with other properties; what differs is noted as touched by the version. */
  Item withProperties(Map<String, Value> changed, long version) {
    Map<String, Long> marks = new HashMap<>(touched);
    for (Map.Entry<String, Value> entry : changed.entrySet()) {
      if (!entry.getValue().equals(properties.get(entry.getKey()))) {
        marks.put(entry.getKey(), version);
      }
    }
    for (String key : properties.keySet()) {
      if (!changed.containsKey(key)) {
        marks.put(key, version);
      }
    }
    return new Item(number, folder, created, version, changed, marks);
  }
}
