package io.exchangesync.ejb.crm;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** List names that hold several languages: {@code NO:"Møte";US:"Meeting"} (schema rule 28). */
public final class ListName {
  private static final Pattern PART = Pattern.compile("([A-Za-z]{2}):\"([^\"]*)\";?\\s*");

  private ListName() {}

  /** The name in a language, else the first one; a plain name is its own. */
  public static String in(String language, String name) {
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher matcher = PART.matcher(name.strip());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      parts.putIfAbsent(matcher.group(1).toUpperCase(Locale.ROOT), matcher.group(2));
      end = matcher.end();
    }
    if (parts.isEmpty() || end != name.strip().length()) {
      return name.strip();
    }
    return parts.getOrDefault(language.toUpperCase(Locale.ROOT), parts.values().iterator().next());
  }
}
