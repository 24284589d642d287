package io.exchangesync.core.engine;

import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Reason;
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

  /** The base of two halves that say the same. */
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

  /** The base when everything was written that the decision did not hold back. */
  Base written(Decision.Align align, Optional<Base> before) {
    Base agreed = kept(agreed(align.crmAfter(), align.mailboxAfter(), before), align, before);
    return align.held().equals(Optional.of(Reason.VISIBLEFOR_UNPROVED))
        ? new Base(agreed.crm(), mailboxWithout(unwritten(align), align, before), mapping.version())
        : agreed;
  }

  /** The base when the row was changed by a user meanwhile: only the mailbox was written. */
  Base mailboxOnly(Decision.Align align, Optional<Base> before) {
    FieldValues read = mapping.readCrm(align.crmBefore());
    Set<Field> unwritten = read.differingFrom(mapping.readCrm(align.crmAfter()));
    unwritten.addAll(unwritten(align));
    return new Base(
        known(before).map(Base::crm).orElse(read),
        mailboxWithout(unwritten, align, before),
        mapping.version());
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
   * of the mailbox only, so that nobody is invited for it.
   */
  private Base kept(Base agreed, Decision.Align align, Optional<Base> before) {
    FieldValues crm = agreed.crm();
    FieldValues mailbox = agreed.mailbox();
    for (Field field : withheld(align)) {
      Optional<String> ofCrm = known(before).flatMap(base -> base.crm().get(field));
      Optional<String> ofMailbox = known(before).flatMap(base -> base.mailbox().get(field));
      crm = ofCrm.isPresent() ? crm.with(field, ofCrm.get()) : crm;
      mailbox =
          ofMailbox.isPresent() ? mailbox.with(field, ofMailbox.get()) : mailbox.without(field);
    }
    return new Base(crm, mailbox, mapping.version());
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
      if (old.isPresent()) {
        values = values.with(field, old.get());
      }
    }
    return values;
  }

  private Optional<Base> known(Optional<Base> before) {
    return before.filter(base -> base.mappingVersion() == mapping.version());
  }
}
