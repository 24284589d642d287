package io.exchangesync.simulator.availability;

import io.exchangesync.simulator.soap.XmlOut;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Suggests half hours of working days between eight and five o'clock, the best first.
 *
 * @param length of the meeting
 * @param most suggestions a day
 */
public record Suggestions(ClientZone zone, List<BusyTimes> attendees, Duration length, int most) {
  private static final int FIRST_HOUR = 8;
  private static final int LAST_HOUR = 17;
  private static final Duration STEP = Duration.ofMinutes(30);

  private record Slot(Instant start, long busy) {}

  /** The elements SuggestionDayResult of the days from one time to another. */
  public void write(XmlOut out, Instant from, Instant to) {
    LocalDate end = zone.local(to.minusSeconds(1)).toLocalDate();
    for (LocalDate day = zone.local(from).toLocalDate(); !day.isAfter(end); day = day.plusDays(1)) {
      List<Slot> slots = slots(day, from, to);
      out.open("t:SuggestionDayResult").text("t:Date", day.atStartOfDay() + ":00");
      out.text("t:DayQuality", slots.isEmpty() ? "Poor" : quality(slots.get(0)));
      out.open("t:SuggestionArray");
      for (Slot slot : slots) {
        out.open("t:Suggestion").text("t:MeetingTime", zone.text(slot.start()));
        out.text("t:IsWorkTime", "true").text("t:SuggestionQuality", quality(slot));
        out.close("t:Suggestion");
      }
      out.close("t:SuggestionArray").close("t:SuggestionDayResult");
    }
  }

  private List<Slot> slots(LocalDate day, Instant from, Instant to) {
    List<Slot> slots = new ArrayList<>();
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return slots;
    }
    LocalDateTime last = day.atTime(LAST_HOUR, 0).minus(length);
    for (LocalDateTime t = day.atTime(FIRST_HOUR, 0); !t.isAfter(last); t = t.plus(STEP)) {
      Instant start = t.toInstant(zone.rules().getOffset(t));
      Instant end = start.plus(length);
      if (!start.isBefore(from) && !end.isAfter(to)) {
        long busy = attendees.stream().filter(times -> !times.isFree(start, end)).count();
        slots.add(new Slot(start, busy));
      }
    }
    slots.sort(Comparator.comparingLong(Slot::busy));
    return slots.subList(0, Math.min(most, slots.size()));
  }

  private String quality(Slot slot) {
    if (slot.busy() == 0) {
      return "Excellent";
    }
    return 2 * slot.busy() <= attendees.size() ? "Fair" : "Poor";
  }
}
