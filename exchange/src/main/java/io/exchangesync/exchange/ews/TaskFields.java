package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTask.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What of a task is written: everything, or what differs between two states of it. */
final class TaskFields {
  private final FieldSet fields = new FieldSet();

  private TaskFields() {}

  /**
   * What differs. Days are written as midnights in UTC.
   *
   * @param old empty for a new task, which carries everything
   * @param now the server refuses a completion after this moment; such a one is dated by itself
   */
  static FieldSet of(Optional<MailboxTask> old, MailboxTask value, Instant now) {
    TaskFields written = new TaskFields();
    EntryFields.beforeReminder(written.fields, old, value);
    written.reminder(old, value);
    EntryFields.named(written.fields, old, value);
    written.days(old, value, now);
    return written.fields;
  }

  private void reminder(Optional<MailboxTask> old, MailboxTask value) {
    if (old.map(MailboxTask::reminder).equals(Optional.of(value.reminder()))) {
      return;
    }
    value.reminder().ifPresent(at -> fields.text("item:ReminderDueBy", at.toString()));
    fields.text("item:ReminderIsSet", Boolean.toString(value.reminder().isPresent()));
  }

  /** The date of completion follows the status, which clears it by itself. */
  private void days(Optional<MailboxTask> old, MailboxTask value, Instant now) {
    Optional<Instant> completed =
        value.completed().map(TaskFields::midnight).filter(at -> !at.isAfter(now));
    boolean redone = !old.map(MailboxTask::completed).equals(Optional.of(value.completed()));
    if (redone && completed.isPresent()) {
      fields.text("task:CompleteDate", completed.get().toString());
    }
    if (!old.map(MailboxTask::due).orElse(Optional.empty()).equals(value.due())) {
      if (value.due().isPresent()) {
        fields.text("task:DueDate", midnight(value.due().get()).toString());
      } else {
        fields.remove("task:DueDate");
      }
    }
    if (!old.map(MailboxTask::status).equals(Optional.of(value.status()))) {
      fields.text("task:Status", name(value.status()));
    }
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static String name(Status status) {
    return switch (status) {
      case NOT_STARTED -> "NotStarted";
      case IN_PROGRESS -> "InProgress";
      case COMPLETED -> "Completed";
      case WAITING_ON_OTHERS -> "WaitingOnOthers";
      case DEFERRED -> "Deferred";
    };
  }
}
