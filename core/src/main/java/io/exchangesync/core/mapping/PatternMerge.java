package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.FieldMerge.Question;
import io.exchangesync.core.mapping.FieldMerge.Result;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.PatternText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The three-way merge of two patterns: rule with first date, and end, each on its own. */
final class PatternMerge {
  private final Question question;
  private final Recurrence crm;
  private final Recurrence mailbox;
  private final Optional<Recurrence> crmBase;
  private final Optional<Recurrence> mailboxBase;
  private final LocalDate horizon;
  private boolean conflict;

  PatternMerge(Question question, Recurrence crm, Recurrence mailbox, LocalDate horizon) {
    this.question = question;
    this.crm = crm;
    this.mailbox = mailbox;
    this.crmBase = question.base().map(Base::crm).flatMap(SeriesMerge::pattern);
    this.mailboxBase = question.base().map(Base::mailbox).flatMap(SeriesMerge::pattern);
    this.horizon = horizon;
  }

  Result result() {
    boolean crmRule = crmBase.filter(base -> sameRule(base, crm)).isEmpty();
    boolean mailboxRule = mailboxBase.filter(base -> sameRule(base, mailbox)).isEmpty();
    Recurrence ruleForMailbox = mailbox;
    Recurrence ruleForCrm = crm;
    if (!sameRule(crm, mailbox)) {
      if (crmRule && (!mailboxRule || wins(Winner.CRM))) {
        ruleForMailbox = crm;
      } else if (mailboxRule && (!crmRule || wins(Winner.MAILBOX))) {
        ruleForCrm = mailbox;
      }
    }
    boolean crmEnd = crmEndEdited(crmRule);
    boolean mailboxEnd = mailboxBase.filter(base -> base.end().equals(mailbox.end())).isEmpty();
    End endForMailbox = mailbox.end();
    End endForCrm = last(mailbox).isAfter(last(crm)) ? mailbox.end() : crm.end();
    if (crmEnd && (!mailboxEnd || sameEnd() || wins(Winner.CRM))) {
      endForMailbox = crm.end();
      endForCrm = crm.end();
    } else if (mailboxEnd && (!crmEnd || wins(Winner.MAILBOX))) {
      endForCrm = mailbox.end();
    }
    Optional<Recurrence> forMailbox = with(ruleForMailbox, endForMailbox);
    Optional<Recurrence> forCrm =
        with(ruleForCrm, endForCrm).flatMap(all -> CanonicalPattern.until(all, limit()));
    if (conflict && question.winner() == Winner.NOBODY) {
      return new Result(Optional.empty(), Optional.empty(), SeriesMerge.conflict(true), "");
    }
    return new Result(
        text(forCrm, endForCrm, crm),
        forMailbox
            .filter(pattern -> !pattern.equals(mailbox))
            .map(Optional::of)
            .map(PatternText::of),
        SeriesMerge.conflict(conflict),
        lost());
  }

  private Optional<String> text(Optional<Recurrence> wanted, End end, Recurrence now) {
    return wanted
        .filter(pattern -> !pattern.equals(now))
        .flatMap(pattern -> with(pattern, end))
        .map(Optional::of)
        .map(PatternText::of);
  }

  private String lost() {
    Field field = Field.PATTERN;
    return (question.winner() == Winner.CRM ? question.mailbox() : question.crm())
        .get(field)
        .orElse("");
  }

  private boolean wins(Winner side) {
    conflict = true;
    return question.winner() == side;
  }

  private boolean sameEnd() {
    return crm.end().equals(mailbox.end());
  }

  /** As far as SuperOffice may be written: to the end of the window, or as far as it is already. */
  private LocalDate limit() {
    return last(crm).isAfter(horizon) ? last(crm) : horizon;
  }

  /**
   * Whether a user changed the end in SuperOffice. Where SuperOffice holds only the beginning of a
   * series, an end that grew, or that moved with the rule by less than one step, is ours.
   */
  private boolean crmEndEdited(boolean ruleEdited) {
    if (crmBase.isEmpty() || mailboxBase.isEmpty()) {
      return !last(mailbox).isAfter(last(crm));
    }
    LocalDate before = last(crmBase.get());
    LocalDate now = last(crm);
    if (now.equals(before)) {
      return false;
    }
    if (!last(mailboxBase.get()).isAfter(before)) {
      return true;
    }
    boolean grew = now.isAfter(before) && !now.isAfter(last(mailboxBase.get()));
    long moved = Math.abs(ChronoUnit.DAYS.between(before, now));
    return !grew && !(ruleEdited && moved < step(crm.rule()));
  }

  private static long step(Rule rule) {
    if (rule instanceof Rule.Daily daily) {
      return daily.interval();
    }
    if (rule instanceof Rule.Weekly weekly) {
      return 7L * weekly.interval();
    }
    return rule instanceof Rule.MonthlyByDate by
        ? 31L * by.interval()
        : 31L * ((Rule.MonthlyByWeekday) rule).interval();
  }

  private static Optional<Recurrence> with(Recurrence rule, End end) {
    return CanonicalPattern.of(new Recurrence(rule.rule(), rule.first(), end));
  }

  private static boolean sameRule(Recurrence one, Recurrence other) {
    return one.rule().equals(other.rule()) && one.first().equals(other.first());
  }

  private static LocalDate last(Recurrence pattern) {
    return CanonicalPattern.last(pattern);
  }
}
