package io.exchangesync.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exchangesync.simulator.faults.Effect;
import io.exchangesync.simulator.faults.Rule;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import microsoft.exchange.webservices.data.core.ExchangeService;
import microsoft.exchange.webservices.data.core.PropertySet;
import microsoft.exchange.webservices.data.core.enumeration.misc.ConnectingIdType;
import microsoft.exchange.webservices.data.core.enumeration.misc.ExchangeVersion;
import microsoft.exchange.webservices.data.core.enumeration.misc.error.ServiceError;
import microsoft.exchange.webservices.data.core.enumeration.property.BasePropertySet;
import microsoft.exchange.webservices.data.core.enumeration.property.LegacyFreeBusyStatus;
import microsoft.exchange.webservices.data.core.enumeration.property.MapiPropertyType;
import microsoft.exchange.webservices.data.core.enumeration.property.WellKnownFolderName;
import microsoft.exchange.webservices.data.core.enumeration.service.ConflictResolutionMode;
import microsoft.exchange.webservices.data.core.enumeration.service.DeleteMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendCancellationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsOrCancellationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SyncFolderItemsScope;
import microsoft.exchange.webservices.data.core.exception.service.remote.ServiceResponseException;
import microsoft.exchange.webservices.data.core.service.item.Appointment;
import microsoft.exchange.webservices.data.core.service.item.Item;
import microsoft.exchange.webservices.data.core.service.schema.AppointmentSchema;
import microsoft.exchange.webservices.data.core.service.schema.ItemSchema;
import microsoft.exchange.webservices.data.credential.WebCredentials;
import microsoft.exchange.webservices.data.misc.ImpersonatedUserId;
import microsoft.exchange.webservices.data.property.complex.FolderId;
import microsoft.exchange.webservices.data.property.complex.MessageBody;
import microsoft.exchange.webservices.data.property.complex.time.OlsonTimeZoneDefinition;
import microsoft.exchange.webservices.data.property.definition.ExtendedPropertyDefinition;
import microsoft.exchange.webservices.data.search.CalendarView;
import microsoft.exchange.webservices.data.search.ItemView;
import microsoft.exchange.webservices.data.search.filter.SearchFilter;
import microsoft.exchange.webservices.data.sync.ChangeCollection;
import microsoft.exchange.webservices.data.sync.ItemChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EwsJavaApiTest extends RunningSimulator {
  private static final Date START = Date.from(Instant.parse(NINE));
  private static final Date END = Date.from(Instant.parse(TEN));
  private static final WellKnownFolderName CALENDAR = WellKnownFolderName.Calendar;

  private final ExtendedPropertyDefinition stamp;
  private final SchemaTap tap = new SchemaTap();

  EwsJavaApiTest() throws Exception {
    stamp =
        new ExtendedPropertyDefinition(
            UUID.fromString(Requests.STAMP_SET), "stamp", MapiPropertyType.String);
  }

  @Test
  void appointmentsAreWrittenReadFoundSynchronizedAndDeleted() throws Exception {
    try (ExchangeService ews = impersonating("anna@example.com")) {
      Appointment made = appointment(ews);
      made.save(CALENDAR, SendInvitationsMode.SendToNone);

      Appointment read = Appointment.bind(ews, made.getId(), everything());
      assertThat(read.getSubject()).isEqualTo("Review");
      assertThat(read.getStart()).isEqualTo(START);
      assertThat(read.getEnd()).isEqualTo(END);
      assertThat(read.getLegacyFreeBusyStatus()).isEqualTo(LegacyFreeBusyStatus.Tentative);
      assertThat(read.getStartTimeZone().getId()).isEqualTo("W. Europe Standard Time");
      assertThat(read.getExtendedProperties().getItems().get(0).getValue()).isEqualTo("4711");
      assertThat(read.getICalUid()).startsWith("040000008200E00074C5B7101A82E008");

      ChangeCollection<ItemChange> changes = sync(ews, null);
      assertThat(changes.getCount()).isEqualTo(1);
      assertThat(changes.getMoreChangesAvailable()).isFalse();

      read.setSubject("Review, moved");
      read.setLocation("Oslo");
      read.update(
          ConflictResolutionMode.AutoResolve, SendInvitationsOrCancellationsMode.SendToNone);
      assertThat(
              ews.findItems(CALENDAR, new SearchFilter.IsEqualTo(stamp, "4711"), new ItemView(10))
                  .getItems())
          .extracting(Item::getSubject)
          .containsExactly("Review, moved");
      assertThat(ews.findAppointments(CALENDAR, new CalendarView(START, END)).getItems())
          .hasSize(1);
      read.delete(DeleteMode.MoveToDeletedItems, SendCancellationsMode.SendToNone);
      assertThat(sync(ews, changes.getSyncState()).getCount()).isEqualTo(1);
    }
  }

  @Test
  void batchesHaveAResultForEachItem() throws Exception {
    try (ExchangeService ews = impersonating("anna@example.com")) {
      List<Item> items = List.of(appointment(ews), appointment(ews), appointment(ews));
      var created =
          ews.createItems(
              items,
              FolderId.getFolderIdFromWellKnownFolderName(CALENDAR),
              null,
              SendInvitationsMode.SendToNone);
      assertThat(created.getCount()).isEqualTo(3);
      assertThat(created)
          .allSatisfy(r -> assertThat(r.getErrorCode()).isEqualTo(ServiceError.NoError));
      var ids = List.of(items.get(0).getId(), items.get(2).getId());
      items.get(2).delete(DeleteMode.HardDelete);
      var bound = ews.bindToItems(ids, everything());
      assertThat(bound.getResponseAtIndex(0).getErrorCode()).isEqualTo(ServiceError.NoError);
      assertThat(bound.getResponseAtIndex(1).getErrorCode())
          .isEqualTo(ServiceError.ErrorItemNotFound);
    }
  }

  @Test
  void backOffReachesTheCaller() throws Exception {
    simulator.faults().add(Rule.next(1, new Effect.ServerBusy(297_749)));
    try (ExchangeService ews = impersonating("anna@example.com")) {
      Exception failed = catchThrowableOfType(Exception.class, () -> sync(ews, null));
      ServiceResponseException cause = (ServiceResponseException) failed.getCause();
      assertThat(cause.getErrorCode()).isEqualTo(ServiceError.ErrorServerBusy);
      assertThat(cause.getResponse().getErrorDetails())
          .containsEntry("BackOffMilliseconds", "297749");
    }
  }

  @Test
  void serverTimeZonesAreRead() throws Exception {
    try (ExchangeService ews = impersonating("anna@example.com")) {
      assertThat(ews.getServerTimeZones()).hasSizeGreaterThan(130);
    }
  }

  @BeforeEach
  void watch() {
    simulator.tap(tap);
  }

  @AfterEach
  void answersWereValid() {
    tap.assertAllAnswersWereValid();
  }

  private Appointment appointment(ExchangeService ews) throws Exception {
    Appointment appointment = new Appointment(ews);
    appointment.setSubject("Review");
    appointment.setBody(MessageBody.getMessageBodyFromText("<p>Agenda</p>"));
    appointment.setStart(START);
    appointment.setEnd(END);
    appointment.setStartTimeZone(
        new OlsonTimeZoneDefinition(TimeZone.getTimeZone("Europe/Berlin")));
    appointment.setLegacyFreeBusyStatus(LegacyFreeBusyStatus.Tentative);
    appointment.setExtendedProperty(stamp, "4711");
    return appointment;
  }

  private PropertySet everything() throws Exception {
    PropertySet set = new PropertySet(BasePropertySet.FirstClassProperties);
    set.add(AppointmentSchema.StartTimeZone);
    set.add(ItemSchema.Body);
    set.add(stamp);
    return set;
  }

  private ChangeCollection<ItemChange> sync(ExchangeService ews, String state) throws Exception {
    PropertySet shape = new PropertySet(BasePropertySet.IdOnly, AppointmentSchema.Start);
    shape.add(stamp);
    return ews.syncFolderItems(
        FolderId.getFolderIdFromWellKnownFolderName(CALENDAR),
        shape,
        null,
        512,
        SyncFolderItemsScope.NormalItems,
        state);
  }

  private ExchangeService impersonating(String smtp) {
    ExchangeService ews = new ExchangeService(ExchangeVersion.Exchange2010_SP2);
    ews.setUrl(simulator.url());
    ews.setCredentials(new WebCredentials("sync@example.com", "secret"));
    ews.setImpersonatedUserId(new ImpersonatedUserId(ConnectingIdType.SmtpAddress, smtp));
    return ews;
  }
}
