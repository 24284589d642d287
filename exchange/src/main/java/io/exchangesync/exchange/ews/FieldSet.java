package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Values of an item as EWS writes them, to be added in the order of the schema; an absent value
 * means that the item has no such property.
 */
final class FieldSet {
  /** Writes the element of one property. */
  interface Element {
    void writeTo(EwsXml xml) throws XMLStreamException;
  }

  private final Map<Property, Optional<Element>> fields = new LinkedHashMap<>();

  Map<Property, Optional<Element>> asMap() {
    return fields;
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  void text(String uri, String value) {
    put(uri, xml -> xml.type(uri.substring(uri.indexOf(':') + 1), value));
  }

  void put(String uri, Element element) {
    fields.put(new Property.Schema(uri), Optional.of(element));
  }

  void remove(String uri) {
    fields.put(new Property.Schema(uri), Optional.empty());
  }

  void named(Property.Extended property, Optional<String> value) {
    fields.put(
        property,
        value.map(
            text ->
                xml -> {
                  xml.type("ExtendedProperty");
                  property.writePath(xml);
                  xml.type("Value", text).end();
                }));
  }

  void body(Body body) {
    String format =
        switch (body.format()) {
          case TEXT -> "Text";
          case HTML -> "HTML";
        };
    put(
        "item:Body",
        xml -> xml.type("Body").attribute("BodyType", format).text(body.content()).end());
  }

  void categories(List<String> categories) {
    if (categories.isEmpty()) {
      remove("item:Categories");
      return;
    }
    put(
        "item:Categories",
        xml -> {
          xml.type("Categories");
          for (String category : categories) {
            xml.type("String", category);
          }
          xml.end();
        });
  }

  void sensitivity(Sensitivity sensitivity) {
    text(
        "item:Sensitivity",
        switch (sensitivity) {
          case NORMAL -> "Normal";
          case PERSONAL -> "Personal";
          case PRIVATE -> "Private";
          case CONFIDENTIAL -> "Confidential";
        });
  }

  void importance(Importance importance) {
    text(
        "item:Importance",
        switch (importance) {
          case LOW -> "Low";
          case NORMAL -> "Normal";
          case HIGH -> "High";
        });
  }
}
