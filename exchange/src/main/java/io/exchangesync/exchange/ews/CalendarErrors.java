package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.ItemProblem;
import java.util.Map;
import java.util.Optional;

/** What Exchange's refusals about series and meetings mean, in plain words for a hold. */
final class CalendarErrors {
  /** Refusals that stay until the item changes. */
  private static final Map<String, String> FATAL =
      Map.ofEntries(
          Map.entry(
              "ErrorOccurrenceCrossingBoundary",
              "Exchange does not let a date of a series pass its neighbour or share its day."),
          Map.entry(
              "ErrorOccurrenceTimeSpanTooBig",
              "The appointment is longer than the time to its next date."),
          Map.entry(
              "ErrorRecurrenceHasNoOccurrence",
              "No date of the series would be left: delete the series instead."),
          Map.entry("ErrorCalendarInvalidRecurrence", "Exchange does not know such a series."),
          Map.entry(
              "ErrorCalendarInvalidDayForWeeklyRecurrence",
              "Exchange does not know such days of a weekly series."),
          Map.entry(
              "ErrorCalendarInvalidDayForTimeChangePattern",
              "Exchange does not know such days of a series."),
          Map.entry(
              "ErrorCalendarOutOfRange",
              "A number of the series (interval, day or count) is larger than Exchange allows."),
          Map.entry(
              "ErrorCalendarEndDateIsEarlierThanStartDate",
              "The appointment or series ends before it begins."),
          Map.entry(
              "ErrorCalendarDurationIsTooLong", "Exchange does not keep appointments that long."),
          Map.entry(
              "ErrorRecurrenceEndDateTooBig", "The series ends later than Exchange can tell."),
          Map.entry(
              "ErrorCalendarIsOrganizerForAccept", "The organizer of a meeting does not reply."),
          Map.entry(
              "ErrorCalendarIsOrganizerForTentative", "The organizer of a meeting does not reply."),
          Map.entry(
              "ErrorCalendarIsOrganizerForDecline", "The organizer of a meeting does not reply."),
          Map.entry(
              "ErrorCalendarIsCancelledForAccept", "The meeting was called off by its organizer."),
          Map.entry(
              "ErrorCalendarIsCancelledForTentative",
              "The meeting was called off by its organizer."),
          Map.entry(
              "ErrorCalendarIsCancelledForDecline", "The meeting was called off by its organizer."),
          Map.entry("ErrorCalendarIsNotOrganizer", "Only the organizer may do that to a meeting."));

  /** The series is not any more what was read. */
  private static final Map<String, String> CHANGED =
      Map.of(
          "ErrorCalendarOccurrenceIsDeletedFromRecurrence",
          "The date was deleted from the series meanwhile.",
          "ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange",
          "The series became shorter meanwhile.",
          "ErrorCalendarCannotUseIdForOccurrenceId",
          "The date is no part of the series any more.",
          "ErrorCalendarCannotUseIdForRecurringMasterId",
          "The item is no series any more.",
          "ErrorCalendarMeetingRequestIsOutOfDate",
          "The meeting was changed by its organizer meanwhile.");

  private CalendarErrors() {}

  /** The problem that a refusal is; empty if the code is not about series or meetings. */
  static Optional<ItemProblem> problem(String code, String message) {
    return problem(FATAL, ItemProblem.Type.FATAL, code, message)
        .or(() -> problem(CHANGED, ItemProblem.Type.CHANGED_MEANWHILE, code, message));
  }

  private static Optional<ItemProblem> problem(
      Map<String, String> words, ItemProblem.Type type, String code, String message) {
    return Optional.ofNullable(words.get(code))
        .map(text -> new ItemProblem(type, code, text + " (" + message + ")", Optional.empty()));
  }
}
