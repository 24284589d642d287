package io.exchangesync.simulator.tasks;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Ns;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A task's recurrence: its pattern and its range.
 *
 * @param fragment the pattern and range elements as they are stored
 * @param start the first day of the range
 * @param end the last day, if there is one
 * @param count the number of occurrences, if there is one
 */
record TaskSeries(
    String fragment,
    TaskPattern pattern,
    LocalDate start,
    Optional<LocalDate> end,
    Optional<Integer> count) {

  /** No pattern of the schema leaves a gap as long as this many days. */
  private static final int HORIZON = 366 * 100;

  /**
   * @throws EwsError ErrorCalendarInvalidRecurrence or ErrorRecurrenceHasNoOccurrence
   */
  static TaskSeries parse(String fragment) {
    String xml = "<r xmlns:t=\"" + Ns.TYPES + "\">" + fragment + "</r>";
    try {
      Element root = Dom.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
      List<Element> parts = Dom.children(root);
      if (parts.size() != 2) {
        throw invalid("it needs a pattern and a range");
      }
      Element range = parts.get(1);
      TaskSeries series =
          new TaskSeries(
              fragment,
              TaskPattern.parse(parts.get(0)),
              date(Dom.required(range, "StartDate")),
              Dom.child(range, "EndDate").map(TaskSeries::date),
              Dom.text(range, "NumberOfOccurrences").map(n -> Integer.valueOf(n.strip())));
      series.first();
      return series;
    } catch (SAXException | IllegalArgumentException | DateTimeException wrong) {
      throw invalid(wrong.getMessage());
    }
  }

  /** Whether the next occurrence waits for the current one to be completed. */
  boolean regenerates() {
    return pattern instanceof TaskPattern.Regenerating;
  }

  /** What it says, whatever way it is written. */
  List<Object> meaning() {
    return List.of(pattern, start, end, count);
  }

  LocalDate first() {
    return regenerates()
        ? start
        : after(start.minusDays(1))
            .orElseThrow(
                () ->
                    new EwsError(
                        "ErrorRecurrenceHasNoOccurrence", "The recurrence has no occurrence."));
  }

  /** The first occurrence behind a day of a series that does not regenerate. */
  Optional<LocalDate> after(LocalDate day) {
    int found = 0;
    LocalDate last = end.orElse(LocalDate.MAX);
    LocalDate from = count.isPresent() || day.isBefore(start) ? start : day.plusDays(1);
    LocalDate horizon = (day.isBefore(start) ? start : day).plusDays(HORIZON);
    for (LocalDate d = from; !d.isAfter(last) && d.isBefore(horizon); d = d.plusDays(1)) {
      if (pattern.hits(d, start)) {
        found++;
        if (count.isPresent() && found > count.get()) {
          return Optional.empty();
        }
        if (d.isAfter(day)) {
          return Optional.of(d);
        }
      }
    }
    return Optional.empty();
  }

  /** The next occurrence of a regenerating series, counted from the day of completion. */
  Optional<LocalDate> regenerated(LocalDate completed) {
    if (!(pattern instanceof TaskPattern.Regenerating regenerating)
        || count.filter(n -> n <= 1).isPresent()) {
      return Optional.empty();
    }
    LocalDate next = completed.plus(regenerating.every());
    return Optional.of(next).filter(date -> end.isEmpty() || !date.isAfter(end.get()));
  }

  /** The elements of a regenerating series of which one occurrence more is done. */
  String fragmentFrom(LocalDate date) {
    String moved =
        fragment.replaceFirst(
            "<t:StartDate>[^<]*</t:StartDate>", "<t:StartDate>" + date + "</t:StartDate>");
    return count.isEmpty()
        ? moved
        : moved.replaceFirst(
            "<t:NumberOfOccurrences>[^<]*<", "<t:NumberOfOccurrences>" + (count.get() - 1) + "<");
  }

  static EwsError invalid(String why) {
    return new EwsError("ErrorCalendarInvalidRecurrence", "The recurrence is invalid: " + why);
  }

  /** An xs:date, whose offset says nothing about the day. */
  private static LocalDate date(Element element) {
    String text = element.getTextContent().strip();
    return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
  }
}
