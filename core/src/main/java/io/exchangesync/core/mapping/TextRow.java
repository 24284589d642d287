package io.exchangesync.core.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one text of a follow-up before 10.2.6: its first line serves as title (schema rule 41).
 *
 * @param gap line breaks between title and rest; kept when either of them changes
 */
record TextRow(String firstLine, String gap, String rest) {
  private static final Pattern PARTS =
      Pattern.compile("([^\\n]*)(\\n[ \\t\\n]*\\n|\\n)?(.*)", Pattern.DOTALL);

  static TextRow of(String text) {
    Matcher parts = PARTS.matcher(text.replace("\r\n", "\n").replace('\r', '\n'));
    if (!parts.matches()) {
      throw new IllegalStateException("the pattern matches every text");
    }
    return new TextRow(
        parts.group(1), parts.group(2) == null ? "" : parts.group(2), parts.group(3));
  }

  TextRow withFirstLine(String line) {
    return new TextRow(line, gap, rest);
  }

  TextRow withRest(String newRest) {
    return new TextRow(firstLine, gap.isEmpty() ? "\n" : gap, newRest);
  }

  String text() {
    return CanonicalText.trimEnd(firstLine + gap + rest);
  }
}
