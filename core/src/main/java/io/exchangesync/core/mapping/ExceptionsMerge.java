package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.FieldMerge.Question;
import io.exchangesync.core.mapping.FieldMerge.Result;
import io.exchangesync.core.mapping.SeriesExceptions.Change;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.Rekeyed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The three-way merge of exceptions, date by date and field by field; a change wins over a delete.
 *
 * <p>When the pattern changes in the same run, exceptions go with their dates to the new pattern.
 * When it changed alike on both sides, a mailbox that lacks exceptions has dropped them with the
 * change, as Exchange does, before they could be written again: nobody deleted them.
 */
final class ExceptionsMerge {
  private final Question question;
  private final boolean based;
  private final LocalDate crmLast;
  private final SeriesExceptions crm;
  private final SeriesExceptions mailbox;
  private final SeriesExceptions crmTexts;
  private final SeriesExceptions mailboxTexts;
  private final boolean curtained;
  private final SeriesExceptions crmBase;
  private final SeriesExceptions mailboxBase;
  private final Map<LocalDate, Change> forCrm = new TreeMap<>();
  private final Map<LocalDate, Change> forMailbox = new TreeMap<>();
  private final ExceptionsAnchor anchors;
  private final FieldValues crmCommon;
  private final Recurrence crmNext;
  private final boolean moved;
  private boolean conflict;

  /**
   * @param zone of whole days
   * @param withheld fields that either side keeps to itself: their texts stay where they are
   */
  ExceptionsMerge(
      Question question,
      Recurrence crmPattern,
      Recurrence mailboxPattern,
      ZoneId zone,
      Set<Field> withheld) {
    this.question = question;
    this.based =
        question.base().filter(base -> base.crm().get(Field.EXCEPTIONS).isPresent()).isPresent();
    this.moved = based && (movedAlike(Field.WHEN) || movedAlike(Field.PATTERN));
    this.crmLast = CanonicalPattern.last(crmPattern);
    this.anchors = new ExceptionsAnchor(zone);
    this.crmNext = SeriesMerge.pattern(question.toCrm()).orElse(crmPattern);
    Recurrence mailboxNext = SeriesMerge.pattern(question.toMailbox()).orElse(mailboxPattern);
    SeriesExceptions crmNow = read(question.crm(), crmPattern, crmNext);
    SeriesExceptions crmThen = base(question.base().map(Base::crm), crmNext);
    FieldValues then = question.base().map(Base::crm).orElse(FieldValues.none());
    FieldValues master = question.base().map(Base::mailbox).orElse(FieldValues.none());
    FieldValues anchor = anchors.anchor(then, crmThen, master);
    this.crmCommon = unchanged(question.crm(), then, anchor);
    this.crmTexts = anchors.told(crmNow, crmNext, question.crm(), crmCommon);
    this.crmBase = anchors.told(crmThen, crmNext, then, anchor);
    this.mailboxTexts = read(question.mailbox(), mailboxPattern, mailboxNext);
    this.mailboxBase = base(question.base().map(Base::mailbox), mailboxNext);
    this.curtained = withheld.contains(Field.SUBJECT);
    this.crm = curtained ? crmTexts.withTextsOf(crmBase) : crmTexts;
    this.mailbox = curtained ? mailboxTexts.withTextsOf(mailboxBase) : mailboxTexts;
  }

  /** Whether both sides changed a field since the base, and nothing of it is left to write. */
  private boolean movedAlike(Field field) {
    Base base = question.base().orElseThrow();
    return question.toCrm().get(field).isEmpty()
        && question.toMailbox().get(field).isEmpty()
        && !question.crm().get(field).equals(base.crm().get(field))
        && !question.mailbox().get(field).equals(base.mailbox().get(field));
  }

  /** What rows have in common, told from the anchor where nobody changed it. */
  private static FieldValues unchanged(FieldValues now, FieldValues then, FieldValues anchor) {
    FieldValues common = now;
    for (Field field : SeriesExceptions.FIELDS) {
      Optional<String> text = anchor.get(field);
      if (text.isPresent() && now.get(field).equals(then.get(field))) {
        common = common.with(field, text.get());
      }
    }
    return common;
  }

  /** What will be put into the rows, told from what they will have in common then. */
  private Optional<String> toCrm() {
    FieldValues from = crmCommon;
    FieldValues to = question.crm();
    for (Field field : SeriesExceptions.FIELDS) {
      Optional<String> put = question.toCrm().get(field);
      if (put.isPresent()) {
        from = from.with(field, put.get());
        to = to.with(field, put.get());
      }
    }
    SeriesExceptions wanted = anchors.told(own(forCrm, crmTexts), crmNext, from, to);
    return differing(wanted.byDate(), question.crm());
  }

  private static SeriesExceptions base(Optional<FieldValues> values, Recurrence next) {
    return values
        .flatMap(known -> SeriesMerge.pattern(known).map(pattern -> read(known, pattern, next)))
        .orElse(SeriesExceptions.NONE);
  }

  private static SeriesExceptions read(FieldValues values, Recurrence pattern, Recurrence next) {
    SeriesExceptions read = SeriesExceptions.parse(values.get(Field.EXCEPTIONS).orElse(""));
    return pattern.equals(next)
        ? read
        : new SeriesExceptions(Rekeyed.of(read.byDate(), pattern, next));
  }

  Result result() {
    Set<LocalDate> dates = new TreeSet<>(crm.byDate().keySet());
    dates.addAll(mailbox.byDate().keySet());
    dates.addAll(crmBase.byDate().keySet());
    dates.addAll(mailboxBase.byDate().keySet());
    dates.forEach(this::date);
    if (conflict && question.winner() == Winner.NOBODY) {
      return new Result(Optional.empty(), Optional.empty(), SeriesMerge.conflict(true), "");
    }
    String lost =
        (question.winner() == Winner.CRM ? question.mailbox() : question.crm())
            .get(Field.EXCEPTIONS)
            .orElse("");
    return new Result(
        toCrm(),
        differing(own(forMailbox, mailboxTexts).byDate(), question.mailbox()),
        SeriesMerge.conflict(conflict),
        lost);
  }

  /** What a side will have, with its own texts where those are withheld. */
  private SeriesExceptions own(Map<LocalDate, Change> wanted, SeriesExceptions texts) {
    SeriesExceptions all = new SeriesExceptions(wanted);
    return curtained ? all.withTextsOf(texts) : all;
  }

  private static Optional<String> differing(Map<LocalDate, Change> wanted, FieldValues now) {
    return Optional.of(new SeriesExceptions(wanted).text())
        .filter(text -> !now.get(Field.EXCEPTIONS).equals(Optional.of(text)));
  }

  private void date(LocalDate date) {
    Change ours = crm.on(date);
    Change theirs = mailbox.on(date);
    boolean beyond = date.isAfter(crmLast);
    boolean crmChanged = !beyond && (based ? !ours.equals(crmBase.on(date)) : !none(ours));
    boolean mailboxChanged = based ? !theirs.equals(mailboxBase.on(date)) : !none(theirs);
    if (moved && none(theirs) && !none(mailboxBase.on(date))) {
      put(date, ours, beyond ? mailboxBase.on(date) : ours);
    } else if (beyond) {
      boolean grows = question.toCrm().get(Field.PATTERN).isPresent();
      put(date, grows ? theirs : ours, theirs);
    } else if (ours.equals(theirs) || !crmChanged && !mailboxChanged) {
      put(date, ours, theirs);
    } else if (ours.deleted() || theirs.deleted()) {
      Change kept = ours.deleted() ? theirs : ours;
      Change wins = crmChanged && mailboxChanged ? kept : crmChanged ? ours : theirs;
      put(date, wins, wins);
    } else {
      fields(date, ours, theirs);
    }
  }

  private static boolean none(Change change) {
    return change.equals(Change.NONE);
  }

  private void put(LocalDate date, Change ours, Change theirs) {
    forCrm.put(date, ours);
    forMailbox.put(date, theirs);
  }

  private void fields(LocalDate date, Change ours, Change theirs) {
    Map<Field, String> toCrm = new EnumMap<>(Field.class);
    Map<Field, String> toMailbox = new EnumMap<>(Field.class);
    for (Field field : SeriesExceptions.FIELDS) {
      Optional<String> one = text(ours, field);
      Optional<String> other = text(theirs, field);
      boolean crmChanged = based ? !one.equals(text(crmBase.on(date), field)) : one.isPresent();
      boolean mailboxChanged =
          based ? !other.equals(text(mailboxBase.on(date), field)) : other.isPresent();
      Optional<String> crmNext = one;
      Optional<String> mailboxNext = other;
      if (!one.equals(other) && crmChanged && (!mailboxChanged || wins(Winner.CRM))) {
        mailboxNext = one;
      } else if (!one.equals(other) && mailboxChanged && (!crmChanged || wins(Winner.MAILBOX))) {
        crmNext = other;
      }
      crmNext.ifPresent(text -> toCrm.put(field, text));
      mailboxNext.ifPresent(text -> toMailbox.put(field, text));
    }
    put(date, Change.of(toCrm), Change.of(toMailbox));
  }

  private boolean wins(Winner side) {
    conflict = true;
    return question.winner() == side;
  }

  private static Optional<String> text(Change change, Field field) {
    return Optional.ofNullable(change.fields().get(field));
  }
}
