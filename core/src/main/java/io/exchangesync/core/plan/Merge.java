package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.FieldMerge;
import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.mapping.Travel;
import io.exchangesync.core.mapping.Winner;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The three-way merge, field by field.
 *
 * <p>A field that changed on one side only never overwrites what changed on the other (invariant
 * I2). A side has changed a field when it reads differently from its own base; without a base an
 * empty value yields to the other side's.
 */
final class Merge {

  /**
   * What has to be written.
   *
   * @param toCrm fields to write into the row
   * @param toMailbox fields to write into the item
   * @param lost the losing value of each conflict, and what was put back
   * @param conflicts fields that both sides changed differently
   * @param putBack fields that the other side owns, whose edit is put back
   */
  record Result(
      FieldValues toCrm,
      FieldValues toMailbox,
      Map<Field, String> lost,
      Set<Field> conflicts,
      Set<Field> putBack) {

    /** The same without a field on either side. */
    Result without(Field field) {
      Map<Field, String> lostLeft = new EnumMap<>(Field.class);
      lostLeft.putAll(lost);
      lostLeft.remove(field);
      Set<Field> putBackLeft = EnumSet.noneOf(Field.class);
      putBackLeft.addAll(putBack);
      putBackLeft.remove(field);
      return new Result(
          toCrm.without(field), toMailbox.without(field), lostLeft, conflicts, putBackLeft);
    }
  }

  private final ItemMapping mapping;
  private final Winner winner;
  private FieldValues toCrm = FieldValues.none();
  private FieldValues toMailbox = FieldValues.none();
  private final Map<Field, String> lost = new EnumMap<>(Field.class);
  private final Set<Field> conflicts = EnumSet.noneOf(Field.class);
  private final Set<Field> putBack = EnumSet.noneOf(Field.class);

  private Merge(ItemMapping mapping, Winner winner) {
    this.mapping = mapping;
    this.winner = winner;
  }

  static Result merge(
      ItemMapping mapping,
      Optional<Base> base,
      FieldValues crm,
      FieldValues mailbox,
      Winner winner) {
    Merge merge = new Merge(mapping, winner);
    EnumSet<Field> withheld = EnumSet.noneOf(Field.class);
    withheld.addAll(mapping.withheld(crm));
    withheld.addAll(mapping.withheld(mailbox));
    for (Field field : EnumSet.complementOf(withheld)) {
      var question =
          new FieldMerge.Question(base, crm, mailbox, merge.toCrm, merge.toMailbox, winner);
      var parts =
          mapping.travel(field) == Travel.BOTH
              ? mapping.merge(field, question)
              : Optional.<FieldMerge.Result>empty();
      if (parts.isPresent()) {
        merge.take(field, parts.get());
      } else {
        merge.field(field, base, crm.get(field), mailbox.get(field));
      }
    }
    return new Result(merge.toCrm, merge.toMailbox, merge.lost, merge.conflicts, merge.putBack);
  }

  private void take(Field field, FieldMerge.Result parts) {
    parts.toCrm().ifPresent(text -> toCrm = toCrm.with(field, text));
    parts.toMailbox().ifPresent(text -> toMailbox = toMailbox.with(field, text));
    if (parts.conflict() == FieldMerge.Conflict.FOUND) {
      conflicts.add(field);
      if (winner != Winner.NOBODY) {
        lost.put(field, parts.lost());
      }
    }
  }

  private void field(
      Field field, Optional<Base> base, Optional<String> crm, Optional<String> mailbox) {
    Travel travel = mapping.travel(field);
    if (travel == Travel.NONE || agree(field, crm, mailbox)) {
      return;
    }
    if (travel == Travel.PUT_BACK) {
      crm.ifPresent(value -> putBack(field, base, value, mailbox.orElse("")));
      return;
    }
    boolean crmChanged = crm.isPresent();
    boolean mailboxChanged = mailbox.isPresent();
    if (base.isPresent()) {
      crmChanged &= !crm.equals(base.get().crm().get(field));
      mailboxChanged &= !mailbox.equals(base.get().mailbox().get(field));
    } else if (travel == Travel.BOTH) {
      boolean crmEmpty = crm.filter(String::isEmpty).isPresent();
      boolean mailboxEmpty = mailbox.filter(String::isEmpty).isPresent();
      crmChanged &= !crmEmpty;
      mailboxChanged &= !mailboxEmpty;
    }
    if (travel == Travel.TO_MAILBOX) {
      mailboxChanged = false;
    } else if (travel == Travel.TO_CRM) {
      crmChanged = false;
    }
    if (crmChanged && mailboxChanged) {
      conflict(field, crm.get(), mailbox.get());
    } else if (crmChanged) {
      toMailbox = toMailbox.with(field, crm.get());
    } else if (mailboxChanged) {
      toCrm = toCrm.with(field, mailbox.get());
    }
  }

  /** SuperOffice's value stands; what it has no value for and never had stays the user's. */
  private void putBack(Field field, Optional<Base> base, String crm, String mailbox) {
    String agreed = base.flatMap(known -> known.mailbox().get(field)).orElse("");
    boolean neverHad =
        crm.isEmpty()
            && (base.isEmpty()
                || base.get().crm().get(field).orElse("").isEmpty() && !agreed.isEmpty());
    if (neverHad) {
      return;
    }
    toMailbox = toMailbox.with(field, crm);
    if (!mailbox.equals(agreed)) {
      putBack.add(field);
      lost.put(field, mailbox);
    }
  }

  private void conflict(Field field, String crm, String mailbox) {
    conflicts.add(field);
    switch (winner) {
      case CRM -> {
        toMailbox = toMailbox.with(field, crm);
        lost.put(field, mailbox);
      }
      case MAILBOX -> {
        toCrm = toCrm.with(field, mailbox);
        lost.put(field, crm);
      }
      case NOBODY -> {}
    }
  }

  private boolean agree(Field field, Optional<String> crm, Optional<String> mailbox) {
    return crm.equals(mailbox)
        || crm.isPresent() && mailbox.isPresent() && mapping.agree(field, crm.get(), mailbox.get());
  }
}
