package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.When;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import microsoft.exchange.webservices.data.core.ExchangeService;
import microsoft.exchange.webservices.data.core.enumeration.misc.ExchangeVersion;
import microsoft.exchange.webservices.data.core.enumeration.property.WellKnownFolderName;
import microsoft.exchange.webservices.data.core.enumeration.property.time.DayOfTheWeek;
import microsoft.exchange.webservices.data.core.enumeration.service.ConflictResolutionMode;
import microsoft.exchange.webservices.data.core.enumeration.service.DeleteMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendCancellationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsOrCancellationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.calendar.AffectedTaskOccurrence;
import microsoft.exchange.webservices.data.core.service.item.Appointment;
import microsoft.exchange.webservices.data.core.service.item.Item;
import microsoft.exchange.webservices.data.core.service.item.Task;
import microsoft.exchange.webservices.data.credential.WebCredentials;
import microsoft.exchange.webservices.data.property.complex.FolderId;
import microsoft.exchange.webservices.data.property.complex.ItemId;
import microsoft.exchange.webservices.data.property.complex.recurrence.pattern.Recurrence;
import microsoft.exchange.webservices.data.property.complex.time.OlsonTimeZoneDefinition;
import microsoft.exchange.webservices.data.search.ItemView;

/** The mailbox's owner, working through the plain library and nothing of ours. */
final class OutlookUser implements AutoCloseable {
  private final ExchangeService service = new ExchangeService(ExchangeVersion.Exchange2010_SP2);

  OutlookUser(URI url, String user, String password) {
    service.setUrl(url);
    service.setCredentials(new WebCredentials(user, password));
  }

  void delete(String id) {
    doing(
        () -> {
          service.deleteItem(
              new ItemId(id),
              DeleteMode.MoveToDeletedItems,
              SendCancellationsMode.SendToNone,
              AffectedTaskOccurrence.AllOccurrences);
          return true;
        });
  }

  void moveAway(String id) {
    doing(
        () ->
            service.moveItem(
                new ItemId(id),
                FolderId.getFolderIdFromWellKnownFolderName(WellKnownFolderName.Notes)));
  }

  ItemVersion createWeeklyTask(LocalDate due) {
    return doing(
        () -> {
          Date day = Date.from(due.atStartOfDay(ZoneOffset.UTC).toInstant());
          Task task = new Task(service);
          task.setSubject("made in Outlook");
          task.setStartDate(day);
          task.setDueDate(day);
          DayOfTheWeek weekday = DayOfTheWeek.valueOf(name(due.getDayOfWeek()));
          task.setRecurrence(new Recurrence.WeeklyPattern(day, 1, weekday));
          task.save();
          return new ItemVersion(
              new io.exchangesync.core.model.ItemId(task.getId().getUniqueId()),
              task.getId().getChangeKey());
        });
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  ItemVersion createSeries(When.Timed first) {
    return doing(
        () -> {
          Appointment appointment = appointment(first);
          Recurrence daily = new Recurrence.DailyPattern(Date.from(first.start()), 1);
          daily.setNumberOfOccurrences(3);
          appointment.setRecurrence(daily);
          return saved(appointment);
        });
  }

  void moveOccurrence(String master, LocalDate originalDate, When.Timed to, String subject) {
    doing(
        () -> {
          Appointment occurrence = occurrence(master, originalDate);
          occurrence.setStart(Date.from(to.start()));
          occurrence.setEnd(Date.from(to.end()));
          occurrence.setSubject(subject);
          occurrence.update(
              ConflictResolutionMode.AlwaysOverwrite,
              SendInvitationsOrCancellationsMode.SendToNone);
          return true;
        });
  }

  void deleteOccurrence(String master, LocalDate originalDate) {
    doing(
        () -> {
          occurrence(master, originalDate)
              .delete(DeleteMode.MoveToDeletedItems, SendCancellationsMode.SendToNone);
          return true;
        });
  }

  /** By counting, as a person does: the first one on that date in the zone of the series. */
  private Appointment occurrence(String master, LocalDate date) throws Exception {
    for (int index = 1; index < 100; index++) {
      Appointment one = Appointment.bindToOccurrence(service, new ItemId(master), index);
      ZoneId zone = ZoneId.of("Europe/Berlin");
      if (one.getStart().toInstant().atZone(zone).toLocalDate().equals(date)) {
        return one;
      }
    }
    throw new IllegalStateException("no occurrence on " + date);
  }

  /** Invites one person, and another one optionally; the invitations leave. */
  ItemVersion invite(When.Timed when, String subject, String required, String optional) {
    return doing(
        () -> {
          Appointment appointment = appointment(when);
          appointment.setSubject(subject);
          appointment.getRequiredAttendees().add(required);
          appointment.getOptionalAttendees().add(optional);
          appointment.save(SendInvitationsMode.SendToAllAndSaveCopy);
          return version(appointment);
        });
  }

  /** Accepts a meeting; the organizer is told. */
  void accept(String id) {
    doing(() -> Appointment.bind(service, new ItemId(id)).accept(true));
  }

  /** The item with that subject in the calendar. */
  ItemVersion inCalendar(String subject) {
    return doing(
        () -> {
          for (Item item : service.findItems(WellKnownFolderName.Calendar, new ItemView(100))) {
            if (subject.equals(item.getSubject())) {
              return version(item);
            }
          }
          throw new IllegalStateException("nothing in the calendar is called " + subject);
        });
  }

  ItemVersion createMeeting(When.Timed when, String attendee) {
    return doing(
        () -> {
          Appointment appointment = appointment(when);
          appointment.getRequiredAttendees().add(attendee);
          return saved(appointment);
        });
  }

  List<String> subjectsInDeletedItems() {
    return doing(
        () -> {
          List<String> subjects = new ArrayList<>();
          for (Item item : service.findItems(WellKnownFolderName.DeletedItems, new ItemView(100))) {
            subjects.add(item.getSubject());
          }
          return subjects;
        });
  }

  @Override
  public void close() {
    service.close();
  }

  private Appointment appointment(When.Timed when) throws Exception {
    Appointment appointment = new Appointment(service);
    appointment.setSubject("made in Outlook");
    appointment.setStart(Date.from(when.start()));
    appointment.setEnd(Date.from(when.end()));
    appointment.setStartTimeZone(new OlsonTimeZoneDefinition(TimeZone.getTimeZone(when.zone())));
    return appointment;
  }

  private static ItemVersion saved(Appointment appointment) throws Exception {
    appointment.save(SendInvitationsMode.SendToNone);
    return version(appointment);
  }

  private static ItemVersion version(Item item) throws Exception {
    return new ItemVersion(
        new io.exchangesync.core.model.ItemId(item.getId().getUniqueId()),
        item.getId().getChangeKey());
  }

  private interface Action<T> {
    T run() throws Exception;
  }

  private static <T> T doing(Action<T> action) {
    try {
      return action.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
