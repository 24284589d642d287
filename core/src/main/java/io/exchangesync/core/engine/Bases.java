package io.exchangesync.core.engine;

import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Reason;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Says what both sides have agreed on after a write.
 *
 * <p>An edit that has not reached the other side is never part of it, so that the next run still
 * sees the edit (invariant I2).
 */
final class Bases {
  private final ItemMapping mapping;

  Bases(ItemMapping mapping) {
    this.mapping = mapping;
  }

  /** The base of a row and the item that was made of it. */
  Base given(CrmRecord row, MailboxItem item) {
    return agreed(row, item).withGiven(Base.TRACED);
  }

  /** The base of two halves that say the same; nobody gave anything to the other. */
  Base agreed(CrmRecord row, MailboxItem item) {
    return agreed(row, item, Optional.empty());
  }

  /** The same; whom the attendees were known as before is not forgotten. */
  private Base agreed(CrmRecord row, MailboxItem item, Optional<Base> before) {
    FieldValues crm = mapping.readCrm(row);
    FieldValues worn =
        known(before)
            .flatMap(base -> base.mailbox().get(Field.PARTICIPANTS))
            .map(text -> crm.with(Field.PARTICIPANTS, text))
            .orElse(crm);
    FieldValues mailbox =
        mapping.readMailbox(item, Optional.of(new Base(crm, worn, mapping.version())));
    return new Base(crm, mailbox, mapping.version());
  }

  /** The base of a record without an item. */
  Base ofRecord(CrmRecord row) {
    return new Base(mapping.readCrm(row), FieldValues.none(), mapping.version());
  }

  /** The base when everything was written that the decision did not hold back. */
  Base written(Decision.Align align, Optional<Base> before) {
    Base agreed = agreed(align.crmAfter(), align.mailboxAfter(), before);
    Base base =
        align.held().equals(Optional.of(Reason.VISIBLEFOR_UNPROVED))
            ? new Base(
                agreed.crm(), mailboxWithout(unwritten(align), align, before), mapping.version())
            : agreed;
    return kept(base, align, before).withGiven(given(align, align.crmAfter(), before));
  }

  /** The base when the row was changed by a user meanwhile: only the mailbox was written. */
  Base mailboxOnly(Decision.Align align, Optional<Base> before) {
    FieldValues read = mapping.readCrm(align.crmBefore());
    Set<Field> unwritten = read.differingFrom(mapping.readCrm(align.crmAfter()));
    unwritten.addAll(unwritten(align));
    Base base =
        new Base(
            known(before).map(Base::crm).orElse(read),
            mailboxWithout(unwritten, align, before),
            mapping.version());
    return kept(base, align, before).withGiven(given(align, align.crmBefore(), before));
  }

  /** Which fields the mailbox has from SuperOffice by now. */
  private Set<Field> given(Decision.Align align, CrmRecord crmAfter, Optional<Base> before) {
    Set<Field> given = EnumSet.noneOf(Field.class);
    known(before).map(Base::given).ifPresent(given::addAll);
    given.removeAll(mapping.unveiled(align.crmBefore()).differingFrom(mapping.unveiled(crmAfter)));
    Set<Field> written =
        mapping
            .unveiled(align.mailboxBefore(), before)
            .differingFrom(mapping.unveiled(align.mailboxAfter(), before));
    written.retainAll(Base.TRACED);
    given.addAll(written);
    return given;
  }

  private Set<Field> unwritten(Decision.Align align) {
    Set<Field> unwritten = new HashSet<>(withheld(align));
    if (align.held().equals(Optional.of(Reason.VISIBLEFOR_UNPROVED))) {
      unwritten.add(Field.PRIVACY);
    }
    return unwritten;
  }

  private Set<Field> withheld(Decision.Align align) {
    Set<Field> withheld = new HashSet<>(mapping.withheld(mapping.readCrm(align.crmBefore())));
    withheld.addAll(mapping.withheld(mapping.readMailbox(align.mailboxBefore(), Optional.empty())));
    return withheld;
  }

  /** Whether what was withheld so far can be compared from now on. */
  boolean opened(Decision.Align align) {
    Base after = agreed(align.crmAfter(), align.mailboxAfter());
    return !withheld(align).isEmpty()
        && mapping.withheld(after.crm()).isEmpty()
        && mapping.withheld(after.mailbox()).isEmpty();
  }

  /**
   * What was not compared stays as it was agreed. Participants the sides never agreed on are news
   * of the mailbox only, so that nobody is invited for it; texts they never agreed on, and those
   * that the mailbox shows no more, are agreed on as neutral, so that they come when the curtain
   * opens.
   */
  private Base kept(Base agreed, Decision.Align align, Optional<Base> before) {
    Set<Field> withheld = withheld(align);
    FieldValues crm = agreed.crm();
    FieldValues mailbox = agreed.mailbox();
    for (Field field : withheld) {
      Optional<String> ofCrm = known(before).flatMap(base -> base.crm().get(field));
      Optional<String> ofMailbox = known(before).flatMap(base -> base.mailbox().get(field));
      if (field == Field.PARTICIPANTS || field == Field.OUTSIDERS) {
        crm = ofCrm.isPresent() ? crm.with(field, ofCrm.get()) : crm;
        mailbox = with(mailbox, field, ofMailbox);
      } else if (ofCrm.isPresent() && ofMailbox.isPresent() && !neutral(align, field)) {
        crm = crm.with(field, ofCrm.get());
        mailbox = mailbox.with(field, ofMailbox.get());
      } else {
        crm = with(crm, field, veil(align, field));
        mailbox = with(mailbox, field, veil(align, field));
      }
    }
    if (withheld.contains(Field.SUBJECT)) {
      boolean bare = neutral(align, Field.SUBJECT);
      crm = dates(crm, known(before).filter(base -> !bare).map(Base::crm), withheld);
      mailbox = dates(mailbox, known(before).filter(base -> !bare).map(Base::mailbox), withheld);
    }
    Base kept = new Base(crm, mailbox, mapping.version());
    return known(before).map(then -> mapping.agreed(kept, then, align.mailboxAfter())).orElse(kept);
  }

  private static FieldValues with(FieldValues values, Field field, Optional<String> text) {
    return text.isPresent() ? values.with(field, text.get()) : values.without(field);
  }

  /** Single dates with the texts they had before. */
  private FieldValues dates(FieldValues values, Optional<FieldValues> then, Set<Field> withheld) {
    if (values.get(Field.EXCEPTIONS).isEmpty()) {
      return values;
    }
    String texts = then.flatMap(known -> known.get(Field.EXCEPTIONS)).orElse("");
    return mapping.asAgreed(values, values.with(Field.EXCEPTIONS, texts), withheld);
  }

  /** What stands for a text that a side keeps to itself. */
  private Optional<String> veil(Decision.Align align, Field field) {
    FieldValues crm = mapping.readCrm(align.crmBefore());
    return mapping.withheld(crm).contains(field)
        ? crm.get(field)
        : mapping.readMailbox(align.mailboxBefore(), Optional.empty()).get(field);
  }

  /** Whether the mailbox shows no text of its own there. */
  private boolean neutral(Decision.Align align, Field field) {
    FieldValues shown = mapping.unveiled(align.mailboxAfter(), Optional.empty());
    return shown.get(Field.SUBJECT).equals(veil(align, Field.SUBJECT))
        && shown.get(field).equals(veil(align, field));
  }

  /**
   * What the mailbox says, but for fields that did not reach the row: those as they were agreed.
   */
  private FieldValues mailboxWithout(
      Set<Field> unwritten, Decision.Align align, Optional<Base> before) {
    FieldValues crm = mapping.readCrm(align.crmBefore());
    FieldValues values = agreed(align.crmBefore(), align.mailboxAfter(), before).mailbox();
    for (Field field : unwritten) {
      Optional<String> old =
          known(before).flatMap(base -> base.mailbox().get(field)).or(() -> crm.get(field));
      values = old.isPresent() ? values.with(field, old.get()) : values.without(field);
    }
    return values;
  }

  private Optional<Base> known(Optional<Base> before) {
    return before.filter(base -> base.mappingVersion() == mapping.version());
  }
}
