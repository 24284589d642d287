package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.When;
import io.exchangesync.core.settings.SyncSettings.DeletePast;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which to-dos and tasks are synchronized: sync-rules sections 3, 5 and 7b.
 *
 * <p>What is open is followed whatever its date: an overdue to-do is still to be done. What is
 * completed is followed while a day from its due date to its completion lies in the window. Each
 * date of a to-do that SuperOffice repeats is a task of its own, not before the window reaches it.
 */
final class TaskScope implements Scope {
  private final PlanContext context;

  TaskScope(PlanContext context) {
    this.context = context;
  }

  @Override
  public Optional<Reason> untouchable(Optional<CrmRecord> record, Optional<MailboxItem> item) {
    if (record.isEmpty()) {
      return Optional.empty();
    }
    return FollowUpRules.elsewhere((CrmAppointment) record.get())
        ? Optional.of(Reason.NOT_A_TO_DO)
        : Optional.empty();
  }

  /** A to-do that became an appointment leaves too. */
  @Override
  public Optional<Reason> leaves(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    if (row.associateId() != context.owner().associateId()) {
      return Optional.of(Reason.OWNER_CHANGED);
    }
    if (FollowUpRules.inDiary(row)) {
      return Optional.of(Reason.NOT_A_TO_DO);
    }
    return FollowUpRules.left(row) ? Optional.of(Reason.DECLINED) : Optional.empty();
  }

  /** What waits for a reply is answered in SuperOffice, because a task knows no replies. */
  @Override
  public boolean ownedByCrm(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    return FollowUpRules.assigned(row) || row.type() == CrmAppointment.TO_DO_BOOKING;
  }

  @Override
  public Owner owner(Field field, CrmRecord record, MailboxItem item) {
    return ownedByCrm(record)
        ? Owner.CRM
        : Standing.of(Optional.of((CrmAppointment) record), Optional.empty()).owner(field);
  }

  @Override
  public Reason ownerWins(CrmRecord record) {
    return ownedByCrm(record) ? Reason.OWNED_BY_CRM : Reason.OWNED_BY_ORGANIZER;
  }

  /**
   * An open to-do is never past, so that deleting its task deletes it; on somebody else's booking
   * it declines.
   */
  @Override
  public ItemGone itemGone(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    if (context.settings().deletePast() == DeletePast.KEEP && row.completed()) {
      return ItemGone.KEEP_ROW;
    }
    if (FollowUpRules.assigned(row)) {
      return ItemGone.ASK;
    }
    if (row.bookingChild()) {
      return ItemGone.DECLINE;
    }
    return ownedByCrm(row) ? ItemGone.ASK : ItemGone.DELETE_ROW;
  }

  /** A recurring task whose occurrence was deleted shows its next one under the same id. */
  @Override
  public boolean livesOn(MailboxItem item) {
    return ((MailboxTask) item).recurring();
  }

  @Override
  public Optional<Reason> outOfScope(Optional<CrmRecord> record, Optional<MailboxItem> found) {
    Optional<CrmAppointment> row = record.map(CrmAppointment.class::cast);
    Optional<MailboxTask> task = found.map(MailboxTask.class::cast);
    boolean inside =
        row.filter(this::follows).isPresent()
            || task.filter(to -> to.completed().isEmpty() || inWindow(days(to))).isPresent();
    if (!inside) {
      return Optional.of(Reason.OUTSIDE_WINDOW);
    }
    boolean hidden =
        row.filter(CrmAppointment::confidential).isPresent()
            || task.filter(MailboxTask::confidential).isPresent();
    return hidden
            && FollowUpRules.skipsPrivate(context.settings(), row.isPresent(), task.isPresent())
        ? Optional.of(Reason.FILTERED_PRIVATE)
        : Optional.empty();
  }

  private boolean follows(CrmAppointment row) {
    Optional<When> when = context.mapping().when(row);
    if (row.completed()) {
      return inWindow(when);
    }
    LocalDate last = context.window().to();
    return row.ties().recurrenceRuleId() == 0
        || when.filter(due -> due.firstDay(context.owner().zone()).isAfter(last)).isEmpty();
  }

  private boolean inWindow(Optional<When> when) {
    return when.filter(days -> context.window().overlaps(days, context.owner().zone())).isPresent();
  }

  /** From the due date of a completed task to its completion, or the other way round. */
  private static Optional<When> days(MailboxTask task) {
    LocalDate done = task.completed().orElseThrow();
    LocalDate due = task.due().orElse(done);
    return Optional.of(
        due.isBefore(done) ? new When.AllDay(due, done) : new When.AllDay(done, due));
  }
}
