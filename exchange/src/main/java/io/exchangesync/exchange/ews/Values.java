package io.exchangesync.exchange.ews;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** Values as EWS spells them. */
final class Values {
  /** A value that can't be understood: its item fails, its neighbours do not. */
  static final class Unknown extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Unknown(String what, String value) {
      super("Exchange sent an unknown " + what + ": " + value);
    }
  }

  private static final Pattern LONG_FRACTION = Pattern.compile("(\\.\\d{9})\\d+");

  /** How servers write nearly every time; read without a formatter, because there are so many. */
  private static final Pattern USUAL_INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  private Values() {}

  /** A date and time with any number of fractional digits; without an offset it is UTC. */
  static Instant instant(String text) {
    try {
      if (USUAL_INSTANT.matcher(text).matches()) {
        return usualInstant(text);
      }
      String shortened = LONG_FRACTION.matcher(text.strip()).replaceFirst("$1");
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              shortened, OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime exact
          ? exact.toInstant()
          : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Unknown("date", text);
    }
  }

  private static Instant usualInstant(String text) {
    return LocalDateTime.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10),
            Integer.parseInt(text, 11, 13, 10),
            Integer.parseInt(text, 14, 16, 10),
            Integer.parseInt(text, 17, 19, 10))
        .toInstant(ZoneOffset.UTC);
  }

  static boolean bool(String text) {
    return text.strip().equalsIgnoreCase("true") || text.strip().equals("1");
  }

  static int integer(String what, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new Unknown(what, text);
    }
  }

  /** Line ends as {@code \n}, as everywhere in the core. */
  static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
