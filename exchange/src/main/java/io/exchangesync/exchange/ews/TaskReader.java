package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTask.Occurrence;
import io.exchangesync.core.model.MailboxTask.Status;
import io.exchangesync.core.port.ItemHead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads tasks of answers; missing optional parts get the value Exchange means by them. */
final class TaskReader {
  /** What a head needs; BaseShape IdOnly brings the id. */
  static final List<Property> HEAD =
      List.of(
          new Property.Schema("item:ItemClass"),
          new Property.Schema("task:CompleteDate"),
          new Property.Schema("task:DueDate"),
          new Property.Schema("task:IsRecurring"),
          Property.STAMP);

  /** What a whole task needs. */
  static final List<Property> WHOLE =
      List.of(
          new Property.Schema("item:ItemClass"),
          new Property.Schema("item:Subject"),
          new Property.Schema("item:Sensitivity"),
          new Property.Schema("item:Body"),
          new Property.Schema("item:Categories"),
          new Property.Schema("item:Importance"),
          new Property.Schema("item:ReminderDueBy"),
          new Property.Schema("item:ReminderIsSet"),
          new Property.Schema("item:LastModifiedTime"),
          new Property.Schema("task:CompleteDate"),
          new Property.Schema("task:DueDate"),
          new Property.Schema("task:IsRecurring"),
          new Property.Schema("task:Status"),
          Property.STAMP,
          Property.REFERENCES);

  private TaskReader() {}

  /** A head; days that can't be read are left to the reading of the whole task. */
  static ItemHead head(XmlElement item, ZoneId mailboxZone) {
    Optional<LocalDate> due = ItemParts.instant(item, "DueDate").map(at -> day(at, mailboxZone));
    Optional<LocalDate> end =
        ItemParts.instant(item, "CompleteDate")
            .map(at -> day(at, mailboxZone))
            .map(done -> due.filter(done::isBefore).orElse(done));
    return new ItemHead(
        ItemParts.version(item),
        item.text("ItemClass").orElse(""),
        recurring(item) ? CalendarItemType.MASTER : CalendarItemType.SINGLE,
        due.map(day -> day.atStartOfDay(mailboxZone).toInstant()),
        end.map(day -> day.atStartOfDay(mailboxZone).toInstant()),
        ItemParts.stamp(item));
  }

  /**
   * A whole task.
   *
   * @throws Values.Unknown if a value is not understood
   */
  static MailboxTask task(XmlElement item, ZoneId mailboxZone) {
    if (!item.name().equals("Task")) {
      throw new Values.Unknown("kind of item among the tasks", item.name());
    }
    Status status = item.text("Status").map(TaskReader::status).orElse(Status.NOT_STARTED);
    Optional<LocalDate> completed = day(item, "CompleteDate", mailboxZone);
    Instant modified = ItemParts.lastModified(item);
    return new MailboxTask(
        Optional.of(ItemParts.version(item)),
        recurring(item) ? Occurrence.CURRENT_OF_SERIES : Occurrence.SINGLE,
        day(item, "DueDate", mailboxZone),
        status,
        status == Status.COMPLETED
            ? completed.or(() -> Optional.of(modified.atZone(mailboxZone).toLocalDate()))
            : Optional.empty(),
        item.text("Subject").orElse(""),
        ItemParts.body(item),
        item.text("ReminderIsSet").map(Values::bool).orElse(false)
            ? item.text("ReminderDueBy").map(Values::instant)
            : Optional.empty(),
        ItemParts.sensitivity(item),
        ItemParts.categories(item),
        ItemParts.importance(item),
        ItemParts.stamp(item),
        ItemParts.references(item),
        modified);
  }

  private static boolean recurring(XmlElement item) {
    return item.text("IsRecurring").map(Values::bool).orElse(false);
  }

  private static Optional<LocalDate> day(XmlElement item, String name, ZoneId mailboxZone) {
    return item.text(name).map(Values::instant).map(at -> day(at, mailboxZone));
  }

  /** Exchange keeps days as midnights in UTC; what another client wrote otherwise is local time. */
  private static LocalDate day(Instant at, ZoneId mailboxZone) {
    boolean midnight = at.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
    return at.atZone(midnight ? ZoneOffset.UTC : mailboxZone).toLocalDate();
  }

  private static Status status(String text) {
    return switch (text) {
      case "NotStarted" -> Status.NOT_STARTED;
      case "InProgress" -> Status.IN_PROGRESS;
      case "Completed" -> Status.COMPLETED;
      case "WaitingOnOthers" -> Status.WAITING_ON_OTHERS;
      case "Deferred" -> Status.DEFERRED;
      default -> throw new Values.Unknown("Status", text);
    };
  }
}
