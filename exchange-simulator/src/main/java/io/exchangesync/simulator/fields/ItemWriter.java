package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.attachments.AttachmentXml;
import io.exchangesync.simulator.ical.CalendarText;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.soap.Version;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.store.Value.BodyType;
import io.exchangesync.simulator.zones.WindowsZones;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Writes items in the order of the schema, with nothing newer than the client's version. */
public record ItemWriter(XmlOut out, Shape shape, Version version, Oddities oddities) {

  public void write(MailboxInfo mailbox, Item item) {
    ItemView view = new ItemView(mailbox, item);
    ItemKind kind = ItemKind.of(item);
    out.open("t:" + kind.element());
    for (Field field : kind.fields()) {
      if (shape.includes(field, version) && !oddities.omitted().contains(field.uri())) {
        write(field, view);
      }
    }
    if (oddities.extras() == Oddities.Extras.UNKNOWN_ELEMENTS) {
      out.open("t:ElementOfALaterVersion")
          .text("t:Inner", "unknown")
          .close("t:ElementOfALaterVersion");
    }
    out.close("t:" + kind.element());
  }

  /** The element ItemId. */
  public void id(MailboxInfo mailbox, Item item) {
    out.empty(
        "t:ItemId",
        "Id",
        Series.id(mailbox.guid(), item),
        "ChangeKey",
        Ids.changeKey(item.modified()));
  }

  private void write(Field field, ItemView view) {
    switch (field.uri()) {
      case Fields.MIME_CONTENT -> mime(view);
      case "item:ItemId" -> id(view.mailbox(), view.item());
      case "item:ParentFolderId" ->
          out.empty(
              "t:ParentFolderId",
              "Id",
              Ids.folder(view.mailbox().guid(), view.item().folder()),
              "ChangeKey",
              Ids.changeKey(view.item().folder()));
      case Fields.EXTENDED -> shape.extended().forEach(path -> extended(path, view));
      case "item:Attachments" ->
          AttachmentXml.write(out, view.mailbox(), view.item(), AttachmentXml.Part.DESCRIPTION);
      case "contacts:CompleteName" -> ContactView.completeName(out, view);
      case "item:EffectiveRights" -> effectiveRights(out);
      case MeetingFields.SENDER, MeetingFields.FROM, MeetingFields.TO, MeetingFields.ASSOCIATED ->
          new MeetingWriter(this, view).write(field);
      case "calendar:Organizer" -> organizer(view);
      case "calendar:Recurrence",
          "calendar:FirstOccurrence",
          "calendar:LastOccurrence",
          "calendar:ModifiedOccurrences",
          "calendar:DeletedOccurrences" ->
          Series.of(view.item())
              .ifPresent(s -> new SeriesWriter(this, view.mailbox(), s).write(field.uri()));
      case "calendar:StartWallClock" -> wallClock(field, view, "calendar:Start");
      case "calendar:EndWallClock" -> wallClock(field, view, "calendar:End");
      case "item:TextBody" ->
          view.value(new PropertyPath.FieldUri(field.uri()))
              .ifPresent(v -> body(field, (Value.Body) v, Optional.of(BodyType.TEXT)));
      default -> {
        if (field.type() == Field.Type.DICTIONARY) {
          Dictionary.of(field).write(out, view, shape.entriesOf(field), version);
        } else {
          view.value(new PropertyPath.FieldUri(field.uri())).ifPresent(v -> value(field, v));
        }
      }
    }
  }

  /** Calendar items alone have a MIME content here, and GetItem alone tells it. */
  private void mime(ItemView view) {
    if (ItemKind.of(view.item()) == ItemKind.CALENDAR_ITEM
        && shape.purpose() == Shape.Purpose.GET_ITEM) {
      String text = new CalendarText(view.mailbox(), Bodies::plain).write(view.item());
      String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      out.text("t:MimeContent", base64, "CharacterSet", "UTF-8");
    }
  }

  /** Full rights. */
  private static void effectiveRights(XmlOut out) {
    out.open("t:EffectiveRights");
    for (String right :
        List.of(
            "CreateAssociated", "CreateContents", "CreateHierarchy", "Delete", "Modify", "Read")) {
      out.text("t:" + right, "true");
    }
    out.close("t:EffectiveRights");
  }

  private void value(Field field, Value value) {
    String element = "t:" + field.element();
    if (value instanceof Value.Text t && field.type() == Field.Type.TIME_ZONE) {
      String name = WindowsZones.byId(t.text()).orElseThrow().displayName();
      out.empty(element, "Name", name, "Id", t.text());
    } else if (value instanceof Value.Text t) {
      out.text(element, single(field, t.text()));
    } else if (value instanceof Value.Texts t) {
      if (!t.texts().isEmpty()) {
        out.open(element);
        t.texts().forEach(each -> out.text("t:String", each));
        out.close(element);
      }
    } else if (value instanceof Value.Body b) {
      body(field, b, shape.bodyType());
    } else if (value instanceof Value.Attendees a) {
      attendees(element, a);
    } else if (value instanceof Value.Members m) {
      MemberXml.write(out, m);
    } else if (value instanceof Value.Xml x) {
      out.open(element).raw(x.fragment()).close(element);
    }
  }

  private String single(Field field, String text) {
    if (field.type() == Field.Type.DATE_TIME || field.type() == Field.Type.DATE) {
      return oddities.time(text);
    }
    boolean hidden = text.equals("WorkingElsewhere") && !version.includes(Version.EXCHANGE_2013);
    return hidden && field.uri().equals("calendar:LegacyFreeBusyStatus") ? "Free" : text;
  }

  private void body(Field field, Value.Body stored, Optional<BodyType> wanted) {
    Value.Body body = Bodies.in(wanted.orElse(stored.type()), stored);
    out.text(
        "t:" + field.element(),
        body.content(),
        "BodyType",
        body.type() == BodyType.HTML ? "HTML" : "Text");
  }

  private void attendees(String element, Value.Attendees attendees) {
    if (attendees.people().isEmpty()) {
      return;
    }
    out.open(element);
    for (Value.Attendee person : attendees.people()) {
      out.open("t:Attendee");
      mailbox(person.name(), person.smtp());
      out.text("t:ResponseType", person.response());
      person.replied().ifPresent(time -> out.text("t:LastResponseTime", oddities.time(time)));
      out.close("t:Attendee");
    }
    out.close(element);
  }

  private void organizer(ItemView view) {
    out.open("t:Organizer");
    String smtp = view.item().text("calendar:OrganizerSmtp").orElse(view.mailbox().smtp());
    String name = view.item().text("calendar:OrganizerName").orElse(view.mailbox().displayName());
    mailbox(name, smtp);
    out.close("t:Organizer");
  }

  void mailbox(String name, String smtp) {
    out.open("t:Mailbox").text("t:Name", name);
    if (!smtp.isEmpty()) {
      out.text("t:EmailAddress", smtp).text("t:RoutingType", "SMTP");
    }
    out.close("t:Mailbox");
  }

  private void wallClock(Field field, ItemView view, String of) {
    Optional<Instant> instant = view.instant(of);
    ZoneId zone =
        view.text(of + "TimeZone")
            .flatMap(WindowsZones::byId)
            .map(WindowsZones.WindowsZone::zone)
            .orElse(ZoneOffset.UTC);
    instant.ifPresent(
        i ->
            out.text(
                "t:" + field.element(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(i.atZone(zone))));
  }

  private void extended(ExtendedPath path, ItemView view) {
    view.value(path).ifPresent(value -> ExtendedProperty.write(out, path, value, oddities));
  }
}
