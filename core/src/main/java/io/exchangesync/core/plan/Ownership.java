package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.Travel;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.plan.Scope.Owner;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns edits of a side that does not own the field around: the owner's value is written back, the
 * other one is kept for the journal.
 */
final class Ownership {
  private final PlanContext context;
  private final CrmRecord row;
  private final MailboxItem item;

  Ownership(PlanContext context, CrmRecord row, MailboxItem item) {
    this.context = context;
    this.row = row;
    this.item = item;
  }

  /** The merge as the owners of its fields have it. */
  Merge.Result of(Merge.Result merged, FieldValues crm, FieldValues mailbox) {
    Scope scope = Scope.of(context);
    Turning turning = new Turning(merged, crm, mailbox);
    for (Field field : Field.values()) {
      Travel travel = context.mapping().travel(field);
      Owner owner =
          travel == Travel.NONE || travel == Travel.PUT_BACK
              ? Owner.BOTH
              : scope.owner(field, row, item);
      if (owner == Owner.CRM) {
        turning.toMailbox(field, travel);
      } else if (owner == Owner.MAILBOX) {
        turning.toCrm(field, travel);
      }
    }
    return turning.result();
  }

  /** What has been turned around so far. */
  private final class Turning {
    private final FieldValues crm;
    private final FieldValues mailbox;
    private FieldValues toCrm;
    private FieldValues toMailbox;
    private final Map<Field, String> lost = new EnumMap<>(Field.class);
    private final Set<Field> conflicts = EnumSet.noneOf(Field.class);
    private final Set<Field> putBack = EnumSet.noneOf(Field.class);

    Turning(Merge.Result merged, FieldValues crm, FieldValues mailbox) {
      this.crm = crm;
      this.mailbox = mailbox;
      this.toCrm = merged.toCrm();
      this.toMailbox = merged.toMailbox();
      lost.putAll(merged.lost());
      conflicts.addAll(merged.conflicts());
      putBack.addAll(merged.putBack());
    }

    void toMailbox(Field field, Travel travel) {
      Optional<String> edited = edited(field, toCrm, mailbox);
      if (edited.isEmpty() || crm.get(field).isEmpty()) {
        return;
      }
      if (travel != Travel.BOTH) {
        toCrm = toCrm.without(field);
        return;
      }
      String next = context.mapping().owned(field, crm.get(field).get(), edited.get());
      toCrm = written(toCrm, field, next, crm);
      toMailbox = written(toMailbox, field, next, mailbox);
      turned(field, next, mailbox);
    }

    void toCrm(Field field, Travel travel) {
      Optional<String> edited = edited(field, toMailbox, crm);
      if (edited.isEmpty() || mailbox.get(field).isEmpty()) {
        return;
      }
      if (travel != Travel.BOTH) {
        toMailbox = toMailbox.without(field);
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

    Merge.Result result() {
      return new Merge.Result(toCrm, toMailbox, lost, conflicts, putBack);
    }
  }
}
