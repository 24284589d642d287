package io.exchangesync.simulator.ical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One content line: its name and parameters in upper case, its value as it stands there. */
record Property(String name, Map<String, String> parameters, String value) {

  /** The properties of the first event in the text, those of its alarms left out. */
  static Map<String, Property> firstEvent(String text) {
    Map<String, Property> found = new HashMap<>();
    List<String> open = new ArrayList<>();
    for (String line : text.replaceAll("\r?\n[ \t]", "").split("\r?\n")) {
      Optional<Property> property = parse(line);
      if (property.isEmpty()) {
        continue;
      }
      Property p = property.get();
      String value = p.value().strip().toUpperCase(Locale.ROOT);
      if (p.name().equals("BEGIN")) {
        open.add(value);
      } else if (p.name().equals("END")) {
        if (value.equals("VEVENT")) {
          return found;
        }
        open.remove(value);
      } else if (!open.isEmpty() && open.get(open.size() - 1).equals("VEVENT")) {
        found.putIfAbsent(p.name(), p);
      }
    }
    return found;
  }

  private static Optional<Property> parse(String line) {
    int colon = outsideQuotes(line, ':', 0);
    if (colon < 0) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    int semicolon = outsideQuotes(line.substring(0, colon), ';', 0);
    String name = line.substring(0, semicolon < 0 ? colon : semicolon);
    while (semicolon >= 0) {
      int next = outsideQuotes(line.substring(0, colon), ';', semicolon + 1);
      String[] pair = line.substring(semicolon + 1, next < 0 ? colon : next).split("=", 2);
      String value = pair.length == 2 ? pair[1].replace("\"", "") : "";
      parameters.put(pair[0].toUpperCase(Locale.ROOT), value);
      semicolon = next;
    }
    return Optional.of(
        new Property(name.toUpperCase(Locale.ROOT), parameters, line.substring(colon + 1)));
  }

  private static int outsideQuotes(String text, char wanted, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == wanted && !quoted) {
        return i;
      }
    }
    return -1;
  }
}
