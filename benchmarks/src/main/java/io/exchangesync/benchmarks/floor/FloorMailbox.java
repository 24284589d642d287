package io.exchangesync.benchmarks.floor;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import microsoft.exchange.webservices.data.core.ExchangeService;
import microsoft.exchange.webservices.data.core.PropertySet;
import microsoft.exchange.webservices.data.core.enumeration.misc.ConnectingIdType;
import microsoft.exchange.webservices.data.core.enumeration.misc.ExchangeVersion;
import microsoft.exchange.webservices.data.core.enumeration.property.BasePropertySet;
import microsoft.exchange.webservices.data.core.enumeration.property.LegacyFreeBusyStatus;
import microsoft.exchange.webservices.data.core.enumeration.property.MapiPropertyType;
import microsoft.exchange.webservices.data.core.enumeration.property.Sensitivity;
import microsoft.exchange.webservices.data.core.enumeration.property.WellKnownFolderName;
import microsoft.exchange.webservices.data.core.enumeration.service.ConflictResolutionMode;
import microsoft.exchange.webservices.data.core.enumeration.service.MessageDisposition;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsOrCancellationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.ServiceResult;
import microsoft.exchange.webservices.data.core.enumeration.service.SyncFolderItemsScope;
import microsoft.exchange.webservices.data.core.request.HttpWebRequest;
import microsoft.exchange.webservices.data.core.response.ServiceResponse;
import microsoft.exchange.webservices.data.core.response.ServiceResponseCollection;
import microsoft.exchange.webservices.data.core.service.item.Appointment;
import microsoft.exchange.webservices.data.core.service.item.Item;
import microsoft.exchange.webservices.data.core.service.schema.AppointmentSchema;
import microsoft.exchange.webservices.data.core.service.schema.ItemSchema;
import microsoft.exchange.webservices.data.credential.ExchangeCredentials;
import microsoft.exchange.webservices.data.misc.ImpersonatedUserId;
import microsoft.exchange.webservices.data.property.complex.FolderId;
import microsoft.exchange.webservices.data.property.complex.ItemId;
import microsoft.exchange.webservices.data.property.complex.MessageBody;
import microsoft.exchange.webservices.data.property.complex.StringList;
import microsoft.exchange.webservices.data.property.complex.time.OlsonTimeZoneDefinition;
import microsoft.exchange.webservices.data.property.definition.ExtendedPropertyDefinition;
import microsoft.exchange.webservices.data.sync.ChangeCollection;
import microsoft.exchange.webservices.data.sync.ItemChange;

/** One mailbox's calendar through ews-java-api as its guide shows it. Not thread-safe. */
public final class FloorMailbox implements AutoCloseable {
  private static final int PAGE = 512;

  private final ZoneId zone;
  private final OlsonTimeZoneDefinition writtenZone;
  private final ExchangeService service = new ExchangeService(ExchangeVersion.Exchange2010_SP2);
  private final FolderId calendar =
      FolderId.getFolderIdFromWellKnownFolderName(WellKnownFolderName.Calendar);
  private final ExtendedPropertyDefinition mark;

  public FloorMailbox(URI ews, String user, String password, String address, ZoneId zone)
      throws Exception {
    this.zone = zone;
    this.writtenZone = new OlsonTimeZoneDefinition(TimeZone.getTimeZone(zone));
    this.mark =
        new ExtendedPropertyDefinition(
            UUID.fromString("32bc2f0b-ca20-4e60-9cb0-6785588099ec"),
            "Stamp",
            MapiPropertyType.String);
    service.setUrl(ews);
    service.setCredentials(new Basic(user, password));
    service.setImpersonatedUserId(new ImpersonatedUserId(ConnectingIdType.SmtpAddress, address));
    service.getHttpHeaders().put("X-AnchorMailbox", address);
  }

  /** The ids of everything in the calendar, by SyncFolderItems in pages of 512 with their heads. */
  public List<ItemId> list() throws Exception {
    PropertySet heads =
        new PropertySet(
            BasePropertySet.IdOnly,
            ItemSchema.ItemClass,
            AppointmentSchema.Start,
            AppointmentSchema.End,
            AppointmentSchema.AppointmentType);
    heads.add(mark);
    List<ItemId> ids = new ArrayList<>();
    String state = null;
    ChangeCollection<ItemChange> page;
    do {
      page =
          service.syncFolderItems(
              calendar, heads, null, PAGE, SyncFolderItemsScope.NormalItems, state);
      for (ItemChange change : page) {
        ids.add(change.getItem().getId());
      }
      state = page.getSyncState();
    } while (page.getMoreChangesAvailable());
    return ids;
  }

  /** One GetItem request. */
  List<Appointment> read(List<ItemId> ids) throws Exception {
    PropertySet whole =
        new PropertySet(
            BasePropertySet.IdOnly,
            ItemSchema.ItemClass,
            ItemSchema.Subject,
            ItemSchema.Sensitivity,
            ItemSchema.Body,
            ItemSchema.Categories,
            ItemSchema.Importance,
            ItemSchema.IsReminderSet,
            ItemSchema.ReminderMinutesBeforeStart,
            ItemSchema.LastModifiedTime,
            AppointmentSchema.ICalUid,
            AppointmentSchema.Start,
            AppointmentSchema.End,
            AppointmentSchema.IsAllDayEvent,
            AppointmentSchema.Location,
            AppointmentSchema.IsMeeting,
            AppointmentSchema.AppointmentType,
            AppointmentSchema.MyResponseType,
            AppointmentSchema.AppointmentState,
            AppointmentSchema.LegacyFreeBusyStatus,
            AppointmentSchema.StartTimeZone);
    whole.add(mark);
    List<Appointment> found = new ArrayList<>();
    for (var response : service.bindToItems(ids, whole)) {
      require(response);
      found.add((Appointment) response.getItem());
    }
    return found;
  }

  /** One UpdateItem request that writes one named property of each item. */
  void mark(List<Appointment> items, List<Integer> records) throws Exception {
    List<Item> marked = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      items.get(i).setExtendedProperty(mark, "floor;9;" + records.get(i));
      marked.add(items.get(i));
    }
    requireAll(
        service.updateItems(
            marked,
            null,
            ConflictResolutionMode.NeverOverwrite,
            MessageDisposition.SaveOnly,
            SendInvitationsOrCancellationsMode.SendToNone));
  }

  /** One CreateItem request. */
  void create(List<Diary> entries) throws Exception {
    List<Item> items = new ArrayList<>();
    for (Diary entry : entries) {
      items.add(appointment(entry));
    }
    requireAll(service.createItems(items, calendar, null, SendInvitationsMode.SendToNone));
  }

  private Appointment appointment(Diary entry) throws Exception {
    Appointment item = new Appointment(service);
    item.setSubject(entry.title());
    item.setSensitivity(entry.hidden() ? Sensitivity.Private : Sensitivity.Normal);
    item.setBody(MessageBody.getMessageBodyFromText(entry.agendaHtml()));
    item.setCategories(new StringList(List.of(entry.type())));
    item.setIsReminderSet(entry.reminderMinutes() > 0);
    if (entry.reminderMinutes() > 0) {
      item.setReminderMinutesBeforeStart(entry.reminderMinutes());
    }
    item.setStart(date(entry.start(), entry.allDay(), 0));
    item.setEnd(date(entry.end(), entry.allDay(), 1));
    item.setIsAllDayEvent(entry.allDay());
    item.setLegacyFreeBusyStatus(
        entry.free() ? LegacyFreeBusyStatus.Free : LegacyFreeBusyStatus.Busy);
    item.setLocation(entry.location());
    item.setStartTimeZone(writtenZone);
    return item;
  }

  private Date date(LocalDateTime wall, boolean allDay, int days) {
    LocalDateTime time = allDay ? wall.toLocalDate().plusDays(days).atStartOfDay() : wall;
    return Date.from(time.atZone(zone).toInstant());
  }

  private static <R extends ServiceResponse> void requireAll(
      ServiceResponseCollection<R> responses) {
    for (R response : responses) {
      require(response);
    }
  }

  private static void require(ServiceResponse response) {
    if (response.getResult() != ServiceResult.Success) {
      throw new IllegalStateException(response.getErrorCode() + ": " + response.getErrorMessage());
    }
  }

  @Override
  public void close() {
    service.close();
  }

  /** Signs in with every request, so that none is sent twice for a challenge. */
  private static final class Basic extends ExchangeCredentials {
    private final String header;

    Basic(String user, String password) {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      header = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public void prepareWebRequest(HttpWebRequest request) {
      Map<String, String> headers = new HashMap<>(request.getHeaders());
      headers.put("Authorization", header);
      request.setHeaders(headers);
    }
  }
}
