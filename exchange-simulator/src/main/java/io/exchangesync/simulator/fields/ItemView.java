package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.attachments.Attachment;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An item as clients see it: stored properties, and those a server computes from them. */
public record ItemView(MailboxInfo mailbox, Item item) {
  static final List<String> ATTENDEES =
      List.of("calendar:RequiredAttendees", "calendar:OptionalAttendees", "calendar:Resources");

  public Optional<Value> value(PropertyPath path) {
    if (path instanceof ExtendedPath extended) {
      Optional<String> day = item.text(Series.DATE).or(() -> item.text(Series.ORPHAN_DATE));
      if (extended.isGlobalObjectId() && day.isPresent()) {
        LocalDate date = LocalDate.parse(day.get());
        return item.text("calendar:UID").map(uid -> Value.of(GlobalObjectId.toBase64(uid, date)));
      }
      return Mirrors.uri(extended)
          .map(uri -> field(uri).map(v -> Mirrors.toMapi(extended, v)))
          .orElseGet(() -> item.get(extended.key()));
    }
    return field(path.key());
  }

  public Optional<String> text(String uri) {
    return field(uri)
        .flatMap(v -> v instanceof Value.Text t ? Optional.of(t.text()) : Optional.empty());
  }

  public boolean isTrue(String uri) {
    return text(uri).filter("true"::equals).isPresent();
  }

  public Optional<Instant> instant(String uri) {
    return text(uri).map(Instant::parse);
  }

  public boolean isPrivate() {
    return text("item:Sensitivity").filter("Private"::equals).isPresent();
  }

  /** Everybody invited, in the order of the lists. */
  public Stream<Value.Attendee> attendees() {
    return ATTENDEES.stream()
        .flatMap(uri -> item.get(uri).stream())
        .flatMap(v -> ((Value.Attendees) v).people().stream());
  }

  private Optional<Value> field(String uri) {
    return switch (uri) {
      case "item:Size" -> Optional.of(Value.of(Integer.toString(size())));
      case "item:IsSubmitted",
          "item:IsDraft",
          "item:IsFromMe",
          "item:IsResend",
          "item:IsUnmodified",
          "item:IsAssociated" ->
          Optional.of(Value.of(false));
      case "item:HasAttachments" -> Optional.of(Value.of(!Attachment.all(item).isEmpty()));
      case "item:DateTimeReceived", "item:DateTimeSent" -> item.get("item:DateTimeCreated");
      case "item:DisplayTo" -> Optional.of(Value.of(names("calendar:RequiredAttendees")));
      case "item:DisplayCc" -> Optional.of(Value.of(names("calendar:OptionalAttendees")));
      case "item:TextBody" -> item.get("item:Body");
      default ->
          switch (ItemKind.of(item)) {
            case CALENDAR_ITEM, MEETING_REQUEST, MEETING_RESPONSE, MEETING_CANCELLATION ->
                uri.startsWith("calendar:") ? calendar(uri) : item.get(uri);
            case CONTACT, DISTRIBUTION_LIST -> ContactView.value(this, uri);
            case TASK -> TaskView.value(this, uri);
            case MESSAGE -> item.get(uri);
          };
    };
  }

  private Optional<Value> calendar(String uri) {
    boolean series = item.get(Series.RECURRENCE).isPresent();
    return switch (uri) {
      case "calendar:IsMeeting" -> Optional.of(Value.of((state() & 1) != 0));
      case "calendar:IsCancelled" -> Optional.of(Value.of((state() & 4) != 0));
      case "calendar:IsOrganizer" -> Optional.of(Value.of((state() & 2) == 0));
      case "calendar:IsRecurring" ->
          Optional.of(Value.of(series || item.get(Series.TYPE).isPresent()));
      case Series.TYPE ->
          item.get(uri).or(() -> Optional.of(Value.of(series ? "RecurringMaster" : "Single")));
      case "calendar:AppointmentState" -> Optional.of(Value.of(Integer.toString(state())));
      case "calendar:MyResponseType" -> item.get(uri).or(() -> Optional.of(Value.of("Organizer")));
      case "calendar:MeetingRequestWasSent" -> item.get(uri).or(() -> Optional.of(Value.of(false)));
      case "calendar:AppointmentSequenceNumber" ->
          item.get(uri).or(() -> Optional.of(Value.of("0")));
      case "calendar:Duration" ->
          item.text("calendar:Start")
              .map(s -> Duration.between(Instant.parse(s), Instant.parse(end())))
              .map(d -> Value.of(d.toString()));
      case "calendar:TimeZone", "calendar:StartTimeZoneId" ->
          item.get("calendar:StartTimeZone").filter(Value.Text.class::isInstance);
      case "calendar:EndTimeZoneId" ->
          item.get("calendar:EndTimeZone").filter(Value.Text.class::isInstance);
      case "calendar:MeetingTimeZone" -> Optional.empty();
      default -> item.get(uri);
    };
  }

  /** AppointmentState: bit 1 meeting, bit 2 received, bit 4 cancelled ([MS-OXOCAL] 2.2.1.10). */
  private int state() {
    int stored = item.text("calendar:AppointmentState").map(Integer::parseInt).orElse(0);
    return attendees().findAny().isPresent() ? stored | 1 : stored;
  }

  private String end() {
    return item.text("calendar:End").orElseThrow();
  }

  private String names(String uri) {
    return item.get(uri)
        .map(v -> ((Value.Attendees) v).people().stream())
        .orElseGet(Stream::empty)
        .map(Value.Attendee::name)
        .collect(Collectors.joining("; "));
  }

  private int size() {
    int size = 1000;
    for (Value value : item.properties().values()) {
      size += value instanceof Value.Body b ? b.content().length() : 40;
    }
    return size;
  }
}
