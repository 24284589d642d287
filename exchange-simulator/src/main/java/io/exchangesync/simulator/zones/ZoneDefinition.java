package io.exchangesync.simulator.zones;

import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.zones.WindowsZones.WindowsZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the rules of a zone as they hold in the present year: one or two periods. */
public final class ZoneDefinition {
  private static final String STANDARD = "trule:Standard";
  private static final String DAYLIGHT = "trule:Daylight";

  private ZoneDefinition() {}

  /** The element TimeZoneDefinition with periods and transitions. */
  public static void write(XmlOut out, WindowsZone zone, Instant now) {
    ZoneRules rules = zone.zone().getRules();
    List<ZoneOffsetTransition> changes = changesOfYear(rules, now);
    ZoneOffset standard = rules.getStandardOffset(now);
    Optional<ZoneOffset> daylight =
        changes.stream()
            .map(ZoneOffsetTransition::getOffsetAfter)
            .filter(offset -> !offset.equals(standard))
            .findFirst();
    out.open("t:TimeZoneDefinition", "Id", zone.id(), "Name", zone.displayName());
    out.open("t:Periods");
    period(out, "Standard", standard, STANDARD);
    daylight.ifPresent(offset -> period(out, "Daylight", offset, DAYLIGHT));
    out.close("t:Periods");
    out.open("t:TransitionsGroups").open("t:TransitionsGroup", "Id", "0");
    if (daylight.isEmpty()) {
      out.open("t:Transition").text("t:To", STANDARD, "Kind", "Period").close("t:Transition");
    } else {
      changes.forEach(change -> recurring(out, change, standard));
    }
    out.close("t:TransitionsGroup").close("t:TransitionsGroups");
    out.open("t:Transitions").open("t:Transition").text("t:To", "0", "Kind", "Group");
    out.close("t:Transition").close("t:Transitions").close("t:TimeZoneDefinition");
  }

  private static List<ZoneOffsetTransition> changesOfYear(ZoneRules rules, Instant now) {
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    Instant from = LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    Instant end = from.plus(Duration.ofDays(Year.of(year).length()));
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && next.getInstant().isBefore(end)) {
      changes.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return changes.size() == 2 ? changes : List.of();
  }

  private static void period(XmlOut out, String name, ZoneOffset offset, String id) {
    Duration bias = Duration.ofSeconds(-offset.getTotalSeconds());
    out.empty("t:Period", "Bias", xml(bias), "Name", name, "Id", id);
  }

  private static void recurring(XmlOut out, ZoneOffsetTransition change, ZoneOffset standard) {
    LocalDateTime at = change.getDateTimeBefore();
    boolean last = at.toLocalDate().plusWeeks(1).getMonth() != at.getMonth();
    int occurrence = last ? -1 : (at.getDayOfMonth() - 1) / 7 + 1;
    Duration time = Duration.ofSeconds(at.toLocalTime().toSecondOfDay());
    out.open("t:RecurringDayTransition")
        .text(
            "t:To",
            change.getOffsetAfter().equals(standard) ? STANDARD : DAYLIGHT,
            "Kind",
            "Period")
        .text("t:TimeOffset", xml(time))
        .text("t:Month", Integer.toString(at.getMonthValue()))
        .text("t:DayOfWeek", at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .text("t:Occurrence", Integer.toString(occurrence))
        .close("t:RecurringDayTransition");
  }

  /** An xs:duration with its sign in front, as the schema wants it. */
  private static String xml(Duration duration) {
    return duration.isNegative() ? "-" + duration.negated() : duration.toString();
  }
}
