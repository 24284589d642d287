package io.exchangesync.core.mapping;

import java.util.regex.Pattern;

/**
 * The plain form both sides are compared in: LF line ends, no trailing blanks, nothing that XML
 * can't carry.
 */
final class CanonicalText {
  private static final Pattern BREAKS = Pattern.compile("[ \u00a0]*[\\t\\n][ \\t\\n\u00a0]*");

  private CanonicalText() {}

  /** LF line ends; control characters, lone surrogates and noncharacters left out. */
  static String clean(String text) {
    return isClean(text) ? text : cleaned(text);
  }

  /** Whether nothing is to be left out, told from the characters nearly every text consists of. */
  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean usual = c >= ' ' && c < 0x7f || c >= 0xa0 && c < 0x2028 || c == '\n' || c == '\t';
      if (!usual) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text) {
    String lines = text.replace("\r\n", "\n");
    StringBuilder out = new StringBuilder(lines.length());
    lines
        .codePoints()
        .forEach(
            c -> {
              if (isLineBreak(c)) {
                out.append('\n');
              } else if (isText(c)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** One line: breaks and tabs become a blank, both ends are trimmed. */
  static String line(String text) {
    String clean = clean(text);
    boolean broken = clean.indexOf('\n') >= 0 || clean.indexOf('\t') >= 0;
    return trim(broken ? BREAKS.matcher(clean).replaceAll(" ") : clean);
  }

  /** The first {@code length} UTF-16 units at most; never half a code point, no trailing blanks. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Math.max(0, length);
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return trimEnd(text.substring(0, end));
  }

  static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String trim(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return trimEnd(text.substring(start));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00a0';
  }

  private static boolean isLineBreak(int c) {
    return c == '\n'
        || c == '\r'
        || c == 0x0b
        || c == 0x0c
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  private static boolean isText(int c) {
    boolean control = c != '\t' && Character.isISOControl(c);
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    boolean noncharacter = (c & 0xfffe) == 0xfffe || c == 0xfeff;
    return !control && !surrogate && !noncharacter;
  }
}
