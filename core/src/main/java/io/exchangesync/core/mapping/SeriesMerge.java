package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.FieldMerge.Conflict;
import io.exchangesync.core.mapping.FieldMerge.Question;
import io.exchangesync.core.mapping.FieldMerge.Result;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.PatternText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Merges what only series have: the pattern by rule and end, the exceptions date by date.
 *
 * <p>SuperOffice holds a longer series up to the end of the window only. That it ends there is no
 * edit, and that it has to grow when the window moves on is none either.
 */
final class SeriesMerge {
  private SeriesMerge() {}

  /**
   * The result for the fields of a series on both sides; empty = as any other field.
   *
   * @param withheld fields that either side keeps to itself
   */
  static Optional<Result> merge(
      Field field, Question question, MappingContext context, Set<Field> withheld) {
    Optional<Recurrence> crm = pattern(question.crm());
    Optional<Recurrence> mailbox = pattern(question.mailbox());
    if (crm.isEmpty() || mailbox.isEmpty()) {
      return Optional.empty();
    }
    return switch (field) {
      case WHEN -> sameMoment(question, crm.get(), mailbox.get(), context);
      case PATTERN ->
          Optional.of(
              new PatternMerge(question, crm.get(), mailbox.get(), context.horizon()).result());
      case EXCEPTIONS ->
          Optional.of(
              new ExceptionsMerge(
                      question, crm.get(), mailbox.get(), context.owner().zone(), withheld)
                  .result());
      default -> Optional.empty();
    };
  }

  static Optional<Recurrence> pattern(FieldValues values) {
    return values.get(Field.PATTERN).flatMap(PatternText::parse);
  }

  /** Without a base, two zones that show the first date at the same moment agree. */
  private static Optional<Result> sameMoment(
      Question question, Recurrence crm, Recurrence mailbox, MappingContext context) {
    if (question.base().isPresent()) {
      return Optional.empty();
    }
    String one = moment(question.crm(), crm.first(), context);
    String other = moment(question.mailbox(), mailbox.first(), context);
    return one.equals(other) ? Optional.of(Result.NOTHING) : Optional.empty();
  }

  private static String moment(FieldValues values, LocalDate first, MappingContext context) {
    String text = values.get(Field.WHEN).orElse("");
    return WhenText.of(SeriesTime.parse(text, context.owner().zone()).on(first));
  }

  /** Whether the window has moved on so that SuperOffice needs more dates of a series. */
  static boolean outgrown(Base base, MappingContext context) {
    Optional<Recurrence> crm = pattern(base.crm());
    Optional<Recurrence> mailbox = pattern(base.mailbox());
    if (crm.isEmpty() || mailbox.isEmpty()) {
      return false;
    }
    LocalDate written = CanonicalPattern.last(crm.get());
    return CanonicalPattern.until(mailbox.get(), context.horizon())
        .filter(now -> CanonicalPattern.last(now).isAfter(written))
        .isPresent();
  }

  static Conflict conflict(boolean found) {
    return found ? Conflict.FOUND : Conflict.NONE;
  }
}
