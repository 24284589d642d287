package io.exchangesync.simulator.ical;

import java.nio.charset.StandardCharsets;

/** Content lines of RFC 5545: escaped texts, folded at 75 octets, ended by CRLF. */
final class Lines {
  private static final int LONGEST = 75;

  private final StringBuilder out = new StringBuilder(2048);

  /** A line whose value needs no escape. */
  Lines raw(String name, String value) {
    fold(name + ":" + value);
    return this;
  }

  Lines text(String name, String value) {
    return raw(name, escape(value));
  }

  /** A parameter's value, quoted; quotes cannot stand in it. */
  static String quoted(String value) {
    return '"' + value.replace('"', '\'').replaceAll("\\p{Cntrl}", " ") + '"';
  }

  static String unescape(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        text.append(escaped == 'n' || escaped == 'N' ? "\r\n" : String.valueOf(escaped));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static String escape(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
        .replaceAll("[\\p{Cntrl}&&[^\t]]", "");
  }

  private void fold(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
      String character = Character.toString(line.codePointAt(i));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(character);
      octets += size;
    }
    out.append("\r\n");
  }
}
