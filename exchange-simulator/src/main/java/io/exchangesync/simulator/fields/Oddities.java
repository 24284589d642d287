package io.exchangesync.simulator.fields;

import java.util.Set;

/**
 * What real servers do to clients that expect tidy answers; none by default.
 *
 * @param fractions how times are written
 * @param extras whether elements of no schema stand in items
 * @param omitted field URIs that are left out although they are asked for
 */
public record Oddities(Fractions fractions, Extras extras, Set<String> omitted) {
  public static final Oddities NONE = new Oddities(Fractions.AS_NEEDED, Extras.NONE, Set.of());

  /** Fractions of seconds in times. */
  public enum Fractions {
    AS_NEEDED,
    /** 2026-01-31T09:00:00.0000001Z. */
    SEVEN_DIGITS
  }

  /** Elements of no schema. */
  public enum Extras {
    NONE,
    UNKNOWN_ELEMENTS
  }

  public Oddities {
    omitted = Set.copyOf(omitted);
  }

  String time(String iso) {
    if (fractions == Fractions.AS_NEEDED) {
      return iso;
    }
    String bare = iso.substring(0, iso.length() - 1);
    int dot = bare.indexOf('.');
    String digits = dot < 0 ? "" : bare.substring(dot + 1);
    return (dot < 0 ? bare : bare.substring(0, dot))
        + "."
        + digits
        + "0".repeat(6 - digits.length())
        + "1Z";
  }
}
