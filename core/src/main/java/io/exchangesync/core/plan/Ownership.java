package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.Travel;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxItem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Turns edits of a side that does not own the field around: the owner's value is written back, the
 * other one is kept for the journal.
 *
 * @param merge what has to be written then
 * @param putBack fields whose edit is put back
 */
record Ownership(Merge.Result merge, Set<Field> putBack) {

  static Ownership of(
      PlanContext context,
      Merge.Result merged,
      FieldValues crm,
      FieldValues mailbox,
      CrmRecord row,
      MailboxItem item) {
    Scope scope = Scope.of(context);
    FieldValues toCrm = merged.toCrm();
    FieldValues toMailbox = merged.toMailbox();
    Map<Field, String> lost = new EnumMap<>(Field.class);
    lost.putAll(merged.lost());
    Set<Field> conflicts = new HashSet<>(merged.conflicts());
    Set<Field> putBack = EnumSet.noneOf(Field.class);
    for (Field field : Field.values()) {
      boolean both = context.mapping().travel(field) == Travel.BOTH;
      Scope.Owner owner = both ? scope.owner(field, row, item) : Scope.Owner.BOTH;
      boolean conflict = conflicts.contains(field);
      if (owner == Scope.Owner.CRM
          && crm.get(field).isPresent()
          && (conflict || toCrm.get(field).isPresent())) {
        toCrm = toCrm.without(field);
        toMailbox = toMailbox.with(field, crm.get(field).get());
        mailbox.get(field).ifPresent(edit -> lost.put(field, edit));
        putBack.add(field);
        conflicts.remove(field);
      } else if (owner == Scope.Owner.MAILBOX
          && mailbox.get(field).isPresent()
          && (conflict || toMailbox.get(field).isPresent())) {
        toMailbox = toMailbox.without(field);
        toCrm = toCrm.with(field, mailbox.get(field).get());
        crm.get(field).ifPresent(edit -> lost.put(field, edit));
        putBack.add(field);
        conflicts.remove(field);
      }
    }
    return new Ownership(
        new Merge.Result(toCrm, toMailbox, lost, conflicts, merged.putBack()), putBack);
  }

  /** The same without a field on either side. */
  Ownership without(Field field) {
    Map<Field, String> lost = new EnumMap<>(Field.class);
    lost.putAll(merge.lost());
    lost.remove(field);
    Set<Field> left = EnumSet.noneOf(Field.class);
    left.addAll(putBack);
    left.remove(field);
    return new Ownership(
        new Merge.Result(
            merge.toCrm().without(field),
            merge.toMailbox().without(field),
            lost,
            merge.conflicts(),
            merge.putBack()),
        left);
  }
}
