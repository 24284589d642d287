package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.attachments.Attachment;
import io.exchangesync.simulator.ical.CalendarTextReader;
import io.exchangesync.simulator.series.Recurrence;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.store.Value.BodyType;
import io.exchangesync.simulator.zones.Times;
import io.exchangesync.simulator.zones.WindowsZones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Reads the properties in an item element of a request, in the form in which they are stored.
 *
 * @param zone where times without offset stand
 */
public record ItemReader(ItemKind kind, ZoneId zone) {
  /**
   * @throws EwsError for a property that clients may not set or whose value means nothing
   */
  public Map<String, Value> read(Element item) {
    Map<String, Value> properties = new LinkedHashMap<>();
    for (Element child : Dom.children(item)) {
      if (child.getLocalName().equals("ExtendedProperty")) {
        ExtendedProperty.read(child, zone, properties);
      } else {
        Field field =
            kind.byElement(child.getLocalName())
                .orElseThrow(() -> notSettable(child.getLocalName()));
        if (field.access() == Field.Access.READ_ONLY) {
          throw notSettable(field.uri());
        }
        read(field, child, properties);
      }
    }
    return properties;
  }

  private void read(Field field, Element element, Map<String, Value> into) {
    switch (field.type()) {
      case MIME -> {
        if (kind == ItemKind.CALENDAR_ITEM) {
          into.putAll(CalendarTextReader.read(element.getTextContent(), zone));
        }
      }
      case DICTIONARY -> Dictionary.of(field).read(element, into);
      case ATTACHMENTS ->
          Dom.children(element)
              .forEach(file -> Attachment.read(file, Times.format(Instant.now())).addTo(into));
      default -> into.put(field.uri(), value(field, element));
    }
  }

  /**
   * The key under which the property at the path is stored.
   *
   * @throws EwsError for a property that clients may not set
   */
  public String settableKey(PropertyPath path) {
    if (path instanceof ExtendedPath extended) {
      return Mirrors.uri(extended).orElse(extended.key());
    }
    if (path instanceof PropertyPath.Indexed indexed) {
      boolean known =
          kind == ItemKind.CONTACT && Dictionary.knows(indexed)
              || kind == ItemKind.DISTRIBUTION_LIST && MemberXml.isMember(indexed);
      return Optional.of(path.key())
          .filter(key -> known)
          .orElseThrow(() -> notSettable(path.key()));
    }
    return kind.byUri(path.key())
        .filter(f -> f.access() == Field.Access.WRITABLE)
        .filter(f -> f.type() != Field.Type.DICTIONARY && f.type() != Field.Type.ATTACHMENTS)
        .map(Field::uri)
        .orElseThrow(() -> notSettable(path.key()));
  }

  private Value value(Field field, Element element) {
    return switch (field.type()) {
      case STRINGS ->
          new Value.Texts(
              Dom.children(element, "String").stream().map(Element::getTextContent).toList());
      case BODY -> body(element);
      case ATTENDEES -> attendees(element);
      case TIME_ZONE -> timeZone(element);
      case RECURRENCE -> Recurrence.read(element).toValue();
      case MEMBERS -> MemberXml.read(element);
      case OPAQUE -> new Value.Xml(Fragments.inner(element));
      default -> single(field, element.getTextContent());
    };
  }

  private Value single(Field field, String text) {
    try {
      if (!Choices.allow(field.uri(), text)) {
        throw new IllegalArgumentException(text);
      }
      return new Value.Text(Values.normal(field.type(), text, zone));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw SoapFault.schema(
          "The '" + field.element() + "' element has an invalid value: '" + text + "'.");
    }
  }

  private static Value body(Element element) {
    BodyType type = "HTML".equals(element.getAttribute("BodyType")) ? BodyType.HTML : BodyType.TEXT;
    return new Value.Body(type, Bodies.crlf(element.getTextContent()));
  }

  private static Value attendees(Element element) {
    List<Value.Attendee> people = new ArrayList<>();
    for (Element attendee : Dom.children(element, "Attendee")) {
      Element mailbox = Dom.required(attendee, "Mailbox");
      String smtp = Dom.text(mailbox, "EmailAddress").orElse("");
      String name = Dom.text(mailbox, "Name").filter(n -> !n.isBlank()).orElse(smtp);
      people.add(new Value.Attendee(name, smtp));
    }
    return new Value.Attendees(people);
  }

  private static Value timeZone(Element element) {
    String id = element.getAttribute("Id");
    if (WindowsZones.byId(id).isPresent()) {
      return new Value.Text(id);
    }
    if (Dom.child(element, "Periods").isEmpty()) {
      throw new EwsError(
          "ErrorTimeZone", "The time zone definition is not valid: '" + id + "' is not known.");
    }
    return new Value.Xml(Fragments.inner(element));
  }

  private static EwsError notSettable(String property) {
    return new EwsError(
        "ErrorInvalidPropertySet", "Set action is invalid for property " + property + ".");
  }
}
