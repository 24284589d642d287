package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.RichText.Line;
import io.exchangesync.core.mapping.RichText.Span;
import io.exchangesync.core.mapping.RichText.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the characters of one line and collapses its blanks the way HTML shows them.
 *
 * <p>Normal form of n visible blanks: n-1 no-break blanks and an ordinary one; at the start of the
 * line all are no-break; at its end there are none.
 */
final class LineBuilder {
  private static final char HARD = '\u00a0';

  private final StringBuilder text = new StringBuilder();
  private final List<Style> styles = new ArrayList<>();

  void append(String part, Style style) {
    text.append(part);
    for (int i = 0; i < part.length(); i++) {
      styles.add(style);
    }
  }

  /** Whether the line would be shown: it holds anything but collapsible blanks. */
  boolean visible() {
    return text.chars().anyMatch(c -> !isSoft((char) c));
  }

  Line build() {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int from = at;
      boolean blank = isBlank(text.charAt(from));
      while (at < text.length()
          && isBlank(text.charAt(at)) == blank
          && (blank || styles.get(at).equals(styles.get(from)))) {
        at++;
      }
      if (!blank) {
        add(spans, styles.get(from), text.substring(from, at));
      } else if (at < text.length()) {
        addBlanks(spans, from, at);
      }
    }
    return new Line(spans);
  }

  private void addBlanks(List<Span> spans, int from, int to) {
    boolean atStart = from == 0;
    int count = visibleBlanks(from, to, atStart);
    if (count == 0) {
      return;
    }
    String hard = String.valueOf(HARD);
    if (atStart) {
      add(spans, Style.PLAIN, hard.repeat(count));
    } else {
      Style style = styles.get(from - 1).common(styles.get(to));
      add(spans, style, hard.repeat(count - 1) + " ");
    }
  }

  private int visibleBlanks(int from, int to, boolean atStart) {
    int count = 0;
    boolean afterSoft = atStart;
    for (int i = from; i < to; i++) {
      boolean soft = isSoft(text.charAt(i));
      if (!soft || !afterSoft) {
        count++;
      }
      afterSoft = soft;
    }
    return count;
  }

  private static void add(List<Span> spans, Style style, String part) {
    int last = spans.size() - 1;
    if (last >= 0 && spans.get(last).style().equals(style)) {
      spans.set(last, new Span(style, spans.get(last).text() + part));
    } else {
      spans.add(new Span(style, part));
    }
  }

  private static boolean isBlank(char c) {
    return c == HARD || isSoft(c);
  }

  private static boolean isSoft(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
