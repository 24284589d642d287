package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.FieldMerge.Conflict;
import io.exchangesync.core.mapping.FieldMerge.Question;
import io.exchangesync.core.mapping.FieldMerge.Result;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Merges time, pattern and exceptions of a pair of which one half is a series and the other one is
 * not: all three are taken from the half that turned.
 *
 * <p>Where nobody knows which one did, the series stays: nothing is deleted on a guess. Under the
 * policy to hold conflicts a person says whose they are.
 */
final class ShapeMerge {
  private static final Set<Field> SHAPE = EnumSet.of(Field.WHEN, Field.PATTERN, Field.EXCEPTIONS);

  private ShapeMerge() {}

  /**
   * The result for the fields of a shape; empty = both halves have the same one, or another field.
   */
  static Optional<Result> merge(Field field, Question question, Set<Field> withheld) {
    if (series(question.crm()) == series(question.mailbox())) {
      return Optional.empty();
    }
    Winner turned =
        question
            .base()
            .flatMap(base -> turned(base, question))
            .orElseGet(() -> ofTheSeries(question));
    if (!SHAPE.contains(field)) {
      return SeriesExceptions.FIELDS.contains(field) && !withheld.contains(field)
          ? ofOneDate(field, question, turned)
          : Optional.empty();
    }
    return Optional.of(
        switch (turned) {
          case CRM ->
              new Result(
                  Optional.empty(),
                  question.crm().get(field),
                  conflict(field, question, Base::mailbox, question.mailbox()),
                  question.mailbox().get(field).orElse(""));
          case MAILBOX ->
              new Result(
                  question.mailbox().get(field),
                  Optional.empty(),
                  conflict(field, question, Base::crm, question.crm()),
                  question.crm().get(field).orElse(""));
          case NOBODY -> new Result(Optional.empty(), Optional.empty(), Conflict.FOUND, "");
        });
  }

  /**
   * Of a series that became single, the two halves may have agreed on different common values: the
   * single one's is taken, unless the other half changed it.
   */
  private static Optional<Result> ofOneDate(Field field, Question question, Winner turned) {
    boolean mailboxTurned = turned == Winner.MAILBOX && !series(question.mailbox());
    boolean crmTurned = turned == Winner.CRM && !series(question.crm());
    Optional<String> crm = question.crm().get(field);
    Optional<String> mailbox = question.mailbox().get(field);
    if (crm.isEmpty() || mailbox.isEmpty() || question.base().isEmpty()) {
      return Optional.empty();
    }
    Base base = question.base().get();
    if (mailboxTurned && crm.equals(base.crm().get(field))) {
      return Optional.of(new Result(mailbox, Optional.empty(), Conflict.NONE, ""));
    }
    return crmTurned && mailbox.equals(base.mailbox().get(field))
        ? Optional.of(new Result(Optional.empty(), crm, Conflict.NONE, ""))
        : Optional.empty();
  }

  /** Whether values are those of a series. */
  static boolean series(FieldValues values) {
    return values.get(Field.PATTERN).isPresent();
  }

  private static Optional<Winner> turned(Base base, Question question) {
    boolean crm = series(question.crm()) != series(base.crm());
    boolean mailbox = series(question.mailbox()) != series(base.mailbox());
    if (crm == mailbox) {
      return Optional.empty();
    }
    return Optional.of(crm ? Winner.CRM : Winner.MAILBOX);
  }

  private static Winner ofTheSeries(Question question) {
    if (question.winner() == Winner.NOBODY) {
      return Winner.NOBODY;
    }
    return series(question.crm()) ? Winner.CRM : Winner.MAILBOX;
  }

  /** The other half was changed too: what it had is kept for the journal. */
  private static Conflict conflict(
      Field field,
      Question question,
      java.util.function.Function<Base, FieldValues> side,
      FieldValues now) {
    boolean edited =
        question
            .base()
            .map(side)
            .filter(agreed -> !agreed.get(field).equals(now.get(field)))
            .isPresent();
    return SeriesMerge.conflict(edited);
  }
}
