package io.exchangesync.core.mapping;

import java.util.Locale;
import java.util.Objects;

/**
 * What two unlinked halves are compared by at first link (sync-rules 5.4).
 *
 * @param when canonical time; equal on both halves of a match
 * @param subject trimmed, lower case, without known decorations, first 250 characters
 */
public record MatchKey(String when, String subject) {
  private static final int COMPARED = 250;

  public MatchKey {
    Objects.requireNonNull(when);
    Objects.requireNonNull(subject);
  }

  /** The key of a time and a subject as it was read. */
  public static MatchKey of(String when, String subject) {
    String plain = SubjectDecorations.undecorated(subject).strip().toLowerCase(Locale.ROOT);
    return new MatchKey(when, plain.length() <= COMPARED ? plain : plain.substring(0, COMPARED));
  }
}
