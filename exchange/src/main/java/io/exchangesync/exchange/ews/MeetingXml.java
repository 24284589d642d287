package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Meeting.Part;
import io.exchangesync.core.model.Meeting.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Organizer, attendees and replies of a calendar item, read and written. */
final class MeetingXml {
  private static final int STATE_CANCELLED = 4;

  private MeetingXml() {}

  /**
   * The meeting a calendar item is.
   *
   * @throws Values.Unknown if a reply is not understood
   */
  static Meeting read(XmlElement item) {
    List<Attendee> attendees = new ArrayList<>();
    for (Part part : Part.values()) {
      for (XmlElement attendee :
          item.child(element(part)).map(XmlElement::children).orElse(List.of())) {
        attendees.add(
            new Attendee(
                attendee.child("Mailbox").map(MeetingXml::address).orElse(new Address("", "")),
                part,
                response(attendee.text("ResponseType"))));
      }
    }
    return new Meeting(
        item.child("Organizer")
            .flatMap(organizer -> organizer.child("Mailbox"))
            .map(MeetingXml::address)
            .orElse(new Address("", "")),
        attendees,
        response(item.text("MyResponseType")),
        cancelled(item));
  }

  /**
   * Adds the lists of attendees that differ; a value without meeting says nothing about them.
   *
   * @param old empty for a new item
   */
  static void write(FieldSet fields, Optional<Meeting> old, Optional<Meeting> value) {
    if (value.isEmpty()) {
      return;
    }
    for (Part part : Part.values()) {
      List<Address> before = old.map(meeting -> invited(meeting, part)).orElse(List.of());
      List<Address> after = invited(value.get(), part);
      if (written(before).equals(written(after))) {
        continue;
      }
      String uri = "calendar:" + element(part);
      if (after.isEmpty()) {
        fields.remove(uri);
      } else {
        fields.put(uri, xml -> attendees(xml, element(part), after));
      }
    }
  }

  private static void attendees(EwsXml xml, String element, List<Address> invited)
      throws javax.xml.stream.XMLStreamException {
    xml.type(element);
    for (Address address : invited) {
      xml.type("Attendee").type("Mailbox");
      if (!address.name().isEmpty()) {
        xml.type("Name", address.name());
      }
      xml.type("EmailAddress", written(address));
      if (address.smtp().isEmpty()) {
        xml.type("RoutingType", "EX");
      }
      xml.end().end();
    }
    xml.end();
  }

  /** Whom mail can reach. */
  private static List<Address> invited(Meeting meeting, Part part) {
    return meeting.attendees().stream()
        .filter(attendee -> attendee.part() == part)
        .map(Attendee::address)
        .filter(Address::reachable)
        .toList();
  }

  private static List<String> written(List<Address> addresses) {
    return addresses.stream().map(MeetingXml::written).toList();
  }

  private static String written(Address address) {
    return address.smtp().isEmpty() ? address.exchange() : address.smtp();
  }

  private static String element(Part part) {
    return switch (part) {
      case REQUIRED -> "RequiredAttendees";
      case OPTIONAL -> "OptionalAttendees";
      case RESOURCE -> "Resources";
    };
  }

  /** Addresses inside Exchange (RoutingType EX) are kept as they are; others are only names. */
  private static Address address(XmlElement mailbox) {
    String routing = mailbox.text("RoutingType").orElse("SMTP");
    String address = mailbox.text("EmailAddress").orElse("").strip();
    boolean smtp = routing.equalsIgnoreCase("SMTP") && address.contains("@");
    return new Address(
        smtp ? address.toLowerCase(Locale.ROOT) : "",
        mailbox.text("Name").orElse(""),
        routing.equalsIgnoreCase("EX") ? address : "");
  }

  private static Response response(Optional<String> type) {
    return switch (type.orElse("Unknown")) {
      case "Unknown", "NoResponseReceived" -> Response.NONE;
      case "Organizer" -> Response.ORGANIZER;
      case "Tentative" -> Response.TENTATIVE;
      case "Accept" -> Response.ACCEPTED;
      case "Decline" -> Response.DECLINED;
      default -> throw new Values.Unknown("reply", type.get());
    };
  }

  private static boolean cancelled(XmlElement item) {
    return item.text("IsCancelled").map(Values::bool).orElse(false)
        || item.text("AppointmentState")
            .map(state -> (Values.integer("AppointmentState", state) & STATE_CANCELLED) != 0)
            .orElse(false);
  }
}
