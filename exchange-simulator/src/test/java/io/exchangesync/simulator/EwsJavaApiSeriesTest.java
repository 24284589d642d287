package io.exchangesync.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import microsoft.exchange.webservices.data.core.ExchangeService;
import microsoft.exchange.webservices.data.core.enumeration.misc.ConnectingIdType;
import microsoft.exchange.webservices.data.core.enumeration.misc.ExchangeVersion;
import microsoft.exchange.webservices.data.core.enumeration.misc.error.ServiceError;
import microsoft.exchange.webservices.data.core.enumeration.property.MeetingResponseType;
import microsoft.exchange.webservices.data.core.enumeration.property.WellKnownFolderName;
import microsoft.exchange.webservices.data.core.enumeration.property.time.DayOfTheWeek;
import microsoft.exchange.webservices.data.core.enumeration.service.ConflictResolutionMode;
import microsoft.exchange.webservices.data.core.enumeration.service.DeleteMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendCancellationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsOrCancellationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.calendar.AppointmentType;
import microsoft.exchange.webservices.data.core.exception.service.remote.ServiceResponseException;
import microsoft.exchange.webservices.data.core.service.item.Appointment;
import microsoft.exchange.webservices.data.core.service.item.MeetingRequest;
import microsoft.exchange.webservices.data.credential.WebCredentials;
import microsoft.exchange.webservices.data.misc.ImpersonatedUserId;
import microsoft.exchange.webservices.data.property.complex.ItemId;
import microsoft.exchange.webservices.data.property.complex.recurrence.pattern.Recurrence;
import microsoft.exchange.webservices.data.property.complex.time.OlsonTimeZoneDefinition;
import microsoft.exchange.webservices.data.search.CalendarView;
import microsoft.exchange.webservices.data.search.ItemView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library of the product itself, which asks for nothing newer than Exchange 2010. */
class EwsJavaApiSeriesTest extends RunningSimulator {
  private static final Date START = date("2026-03-17T09:00:00Z");
  private static final CalendarView SPRING =
      view(date("2026-03-01T00:00:00Z"), date("2026-05-01T00:00:00Z"));

  private final SchemaTap tap = new SchemaTap();

  @BeforeEach
  void watch() {
    simulator.tap(tap);
  }

  @AfterEach
  void answersWereValid() {
    tap.assertAllAnswersWereValid();
  }

  @Test
  void seriesAreWrittenAndReadWithTheirExceptions() throws Exception {
    try (ExchangeService ews = impersonating("anna@example.com")) {
      Appointment made = weekly(ews);
      made.save(WellKnownFolderName.Calendar, SendInvitationsMode.SendToNone);
      Appointment second = Appointment.bindToOccurrence(ews, made.getId(), 2);
      assertThat(second.getAppointmentType()).isEqualTo(AppointmentType.Occurrence);
      assertThat(second.getStart()).isEqualTo(date("2026-03-24T09:00:00Z"));
      second.setStart(date("2026-03-25T13:00:00Z"));
      second.setEnd(date("2026-03-25T14:00:00Z"));
      second.update(
          ConflictResolutionMode.AutoResolve, SendInvitationsOrCancellationsMode.SendToNone);
      Appointment.bindToOccurrence(ews, made.getId(), 3)
          .delete(DeleteMode.HardDelete, SendCancellationsMode.SendToNone);

      Appointment master = Appointment.bindToRecurringMaster(ews, second.getId());
      assertThat(master.getAppointmentType()).isEqualTo(AppointmentType.RecurringMaster);
      assertThat(master.getRecurrence()).isInstanceOf(Recurrence.WeeklyPattern.class);
      assertThat(master.getRecurrence().getNumberOfOccurrences()).isEqualTo(4);
      assertThat(master.getModifiedOccurrences().getItems())
          .singleElement()
          .satisfies(
              exception -> {
                assertThat(exception.getItemId().getUniqueId())
                    .isEqualTo(second.getId().getUniqueId());
                assertThat(exception.getOriginalStart()).isEqualTo(date("2026-03-24T09:00:00Z"));
                assertThat(exception.getStart()).isEqualTo(date("2026-03-25T13:00:00Z"));
              });
      assertThat(master.getDeletedOccurrences().getItems())
          .singleElement()
          .satisfies(d -> assertThat(d.getOriginalStart()).isEqualTo(date("2026-03-31T08:00:00Z")));
      assertThat(master.getLastOccurrence().getStart()).isEqualTo(date("2026-04-07T08:00:00Z"));
      assertThat(starts(ews))
          .containsExactly(START, date("2026-03-25T13:00:00Z"), date("2026-04-07T08:00:00Z"));
      ItemId id = made.getId();
      ServiceResponseException gone =
          catchThrowableOfType(
              ServiceResponseException.class, () -> Appointment.bindToOccurrence(ews, id, 3));
      assertThat(gone.getErrorCode())
          .isEqualTo(ServiceError.ErrorCalendarOccurrenceIsDeletedFromRecurrence);
    }
  }

  @Test
  void meetingsAreSentAnsweredAndCancelled() throws Exception {
    try (ExchangeService anna = impersonating("anna@example.com");
        ExchangeService bo = impersonating("bo@example.com")) {
      Appointment made = weekly(anna);
      made.getRequiredAttendees().add("bo@example.com");
      made.save(WellKnownFolderName.Calendar, SendInvitationsMode.SendOnlyToAll);
      MeetingRequest request =
          (MeetingRequest)
              bo.findItems(WellKnownFolderName.Inbox, new ItemView(10)).getItems().get(0);
      request.load();
      assertThat(request.getSubject()).isEqualTo("Weekly");
      assertThat(request.accept(true).getAppointment().getId().getUniqueId())
          .isEqualTo(request.getAssociatedAppointmentId().getUniqueId());
      Appointment organized = Appointment.bind(anna, made.getId());
      assertThat(organized.getRequiredAttendees().getItems())
          .singleElement()
          .satisfies(
              person -> {
                assertThat(person.getResponseType()).isEqualTo(MeetingResponseType.Accept);
                assertThat(person.getLastResponseTime()).isNotNull();
              });
      organized.cancelMeeting();
      assertThat(starts(anna)).isEmpty();
      Appointment copy = Appointment.bind(bo, request.getAssociatedAppointmentId());
      assertThat(copy.getIsCancelled()).isTrue();
      assertThat(copy.getMyResponseType()).isEqualTo(MeetingResponseType.Accept);
    }
  }

  private static List<Date> starts(ExchangeService ews) throws Exception {
    return ews.findAppointments(WellKnownFolderName.Calendar, SPRING).getItems().stream()
        .map(EwsJavaApiSeriesTest::start)
        .toList();
  }

  private static Date start(Appointment appointment) {
    try {
      return appointment.getStart();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Appointment weekly(ExchangeService ews) throws Exception {
    Appointment appointment = new Appointment(ews);
    appointment.setSubject("Weekly");
    appointment.setStart(START);
    appointment.setEnd(date("2026-03-17T10:00:00Z"));
    appointment.setStartTimeZone(
        new OlsonTimeZoneDefinition(TimeZone.getTimeZone("Europe/Berlin")));
    Recurrence.WeeklyPattern pattern = new Recurrence.WeeklyPattern(START, 1, DayOfTheWeek.Tuesday);
    pattern.setNumberOfOccurrences(4);
    appointment.setRecurrence(pattern);
    return appointment;
  }

  private static CalendarView view(Date from, Date to) {
    try {
      return new CalendarView(from, to);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Date date(String iso) {
    return Date.from(Instant.parse(iso));
  }

  private ExchangeService impersonating(String smtp) {
    ExchangeService ews = new ExchangeService(ExchangeVersion.Exchange2010_SP2);
    ews.setUrl(simulator.url());
    ews.setCredentials(new WebCredentials("sync@example.com", "secret"));
    ews.setImpersonatedUserId(new ImpersonatedUserId(ConnectingIdType.SmtpAddress, smtp));
    return ews;
  }
}
