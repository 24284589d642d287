package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What we add to the title and body on the mailbox side, so that it can be taken off again.
 *
 * @param prefix stands before the title
 * @param suffix stands after the title
 * @param lines text lines of the marked block in the body, LF between them
 */
record Decoration(String prefix, String suffix, String lines) {
  static final Decoration NONE = new Decoration("", "", "");

  /** Characters a subject holds (MaxLength of Subject in the EWS schema). */
  static final int SUBJECT_LENGTH = 255;

  /** What a {@code DECORATION} text says; an unreadable one says nothing. */
  static Decoration decoded(String text) {
    String[] part = text.split("\\|", -1);
    return part.length == 3
        ? new Decoration(unescaped(part[0]), unescaped(part[1]), unescaped(part[2]))
        : NONE;
  }

  /** The canonical text: prefix, suffix and lines between bars; "" for none. */
  String encoded() {
    return equals(NONE) ? "" : String.join("|", escaped(prefix), escaped(suffix), escaped(lines));
  }

  Decoration withLines(String newLines) {
    return new Decoration(prefix, suffix, newLines);
  }

  /** The subject for a title; the title is cut so that the whole fits. */
  String dress(String title) {
    String fitting = CanonicalText.cut(title, room());
    return CanonicalText.line(prefix + fitting + suffix);
  }

  /** UTF-16 units left for the title. */
  int room() {
    return SUBJECT_LENGTH - prefix.length() - suffix.length();
  }

  /** Which part of this decoration the subject carries: all of it, one end of it or nothing. */
  Decoration wornBy(String subject) {
    String line = CanonicalText.line(subject);
    boolean bare = line.equals(CanonicalText.line(prefix + suffix));
    boolean before = line.startsWith(prefix);
    boolean after = line.endsWith(suffix);
    boolean both = bare || (before && after && line.length() >= prefix.length() + suffix.length());
    if (both) {
      return new Decoration(prefix, suffix, "");
    }
    if (before) {
      return new Decoration(prefix, "", "");
    }
    return after ? new Decoration("", suffix, "") : NONE;
  }

  /** The title in a subject that wears this decoration. */
  String strip(String subject) {
    String line = CanonicalText.line(subject);
    if (line.length() < prefix.length() + suffix.length()
        || line.equals(CanonicalText.line(prefix + suffix))) {
      return prefix.isEmpty() && suffix.isEmpty() ? line : "";
    }
    return CanonicalText.line(line.substring(prefix.length(), line.length() - suffix.length()));
  }

  /**
   * What the subject wears of the decorations these readings speak of; the longest if it could be
   * several, empty if none of them says anything.
   */
  static Optional<Decoration> worn(String subject, List<FieldValues> readings) {
    return readings.stream()
        .flatMap(reading -> reading.get(Field.DECORATION).stream())
        .map(text -> decoded(text).wornBy(subject))
        .max(Comparator.comparingInt(found -> found.prefix().length() + found.suffix().length()));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\s").replace("|", "\\b").replace("\n", "\\n");
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\b", "|").replace("\\s", "\\");
  }
}
