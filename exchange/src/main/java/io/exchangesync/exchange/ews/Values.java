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

  private Values() {}

  /** A date and time with any number of fractional digits; without an offset it is UTC. */
  static Instant instant(String text) {
    try {
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
