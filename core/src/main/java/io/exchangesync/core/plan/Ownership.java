package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.Travel;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxItem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
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
    Turning turning = new Turning(context, merged, crm, mailbox);
    for (Field field : Field.values()) {
      if (context.mapping().travel(field) == Travel.BOTH) {
        switch (scope.owner(field, row, item)) {
          case CRM -> turning.toMailbox(field);
          case MAILBOX -> turning.toCrm(field);
          case BOTH -> {}
        }
      }
    }
    return turning.result();
  }

  /** What has been turned around so far. */
  private static final class Turning {
    private final PlanContext context;
    private final FieldValues crm;
    private final FieldValues mailbox;
    private final Set<Field> putBackBefore;
    private FieldValues toCrm;
    private FieldValues toMailbox;
    private final Map<Field, String> lost = new EnumMap<>(Field.class);
    private final Set<Field> conflicts = EnumSet.noneOf(Field.class);
    private final Set<Field> putBack = EnumSet.noneOf(Field.class);

    Turning(PlanContext context, Merge.Result merged, FieldValues crm, FieldValues mailbox) {
      this.context = context;
      this.crm = crm;
      this.mailbox = mailbox;
      this.putBackBefore = merged.putBack();
      this.toCrm = merged.toCrm();
      this.toMailbox = merged.toMailbox();
      lost.putAll(merged.lost());
      conflicts.addAll(merged.conflicts());
    }

    void toMailbox(Field field) {
      Optional<String> edited = edited(field, toCrm, mailbox);
      if (edited.isEmpty() || crm.get(field).isEmpty()) {
        return;
      }
      String next = context.mapping().owned(field, crm.get(field).get(), edited.get());
      toCrm = written(toCrm, field, next, crm);
      toMailbox = written(toMailbox, field, next, mailbox);
      turned(field, next, mailbox);
    }

    void toCrm(Field field) {
      Optional<String> edited = edited(field, toMailbox, crm);
      if (edited.isEmpty() || mailbox.get(field).isEmpty()) {
        return;
      }
      String next = context.mapping().owned(field, mailbox.get(field).get(), edited.get());
      toMailbox = written(toMailbox, field, next, mailbox);
      toCrm = written(toCrm, field, next, crm);
      turned(field, next, crm);
    }

    /** The value with the other side's edit in it; empty if that side edited nothing. */
    private Optional<String> edited(Field field, FieldValues toOwner, FieldValues other) {
      return toOwner
          .get(field)
          .or(() -> conflicts.contains(field) ? other.get(field) : Optional.empty());
    }

    private static FieldValues written(
        FieldValues writes, Field field, String next, FieldValues now) {
      boolean same = now.get(field).equals(Optional.of(next));
      return same ? writes.without(field) : writes.with(field, next);
    }

    private void turned(Field field, String next, FieldValues other) {
      conflicts.remove(field);
      if (!other.get(field).equals(Optional.of(next))) {
        other.get(field).ifPresent(edit -> lost.put(field, edit));
        putBack.add(field);
      }
    }

    Ownership result() {
      return new Ownership(
          new Merge.Result(toCrm, toMailbox, lost, conflicts, putBackBefore), putBack);
    }
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
