package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads what items of every kind have; missing optional parts get the value Exchange means by them.
 *
 * <p>A value that is not understood ends in {@link Values.Unknown}, which fails its item only.
 */
final class ItemParts {
  private ItemParts() {}

  /** Whether an element can be told from others at all. */
  static boolean hasId(XmlElement item) {
    return item.child("ItemId")
        .flatMap(id -> id.attribute("Id"))
        .filter(id -> !id.isEmpty())
        .isPresent();
  }

  /**
   * Id and change key.
   *
   * @throws Values.Unknown if the item has none
   */
  static ItemVersion version(XmlElement item) {
    XmlElement id = item.child("ItemId").orElseThrow(() -> new Values.Unknown("item", item.name()));
    return new ItemVersion(
        new ItemId(id.attribute("Id").orElseThrow(() -> new Values.Unknown("id", "none"))),
        id.attribute("ChangeKey").orElse(""));
  }

  /** The value of a named property. */
  static Optional<String> named(XmlElement item, Property.Extended property) {
    for (XmlElement child : item.children()) {
      if (child.name().equals("ExtendedProperty")
          && child.child("ExtendedFieldURI").filter(property::is).isPresent()) {
        return child.text("Value");
      }
    }
    return Optional.empty();
  }

  /** A time; empty if it is absent or can't be read. */
  static Optional<Instant> instant(XmlElement item, String name) {
    try {
      return item.text(name).map(Values::instant);
    } catch (Values.Unknown unreadable) {
      return Optional.empty();
    }
  }

  static Body body(XmlElement item) {
    return item.child("Body").map(ItemParts::content).orElse(Body.EMPTY);
  }

  private static Body content(XmlElement body) {
    String content = Values.lines(body.text());
    String format = body.attribute("BodyType").orElse("Text");
    return switch (format) {
      case "HTML" -> new Body(Body.Format.HTML, content);
      case "Text" -> new Body(Body.Format.TEXT, content);
      default -> throw new Values.Unknown("BodyType", format);
    };
  }

  static Sensitivity sensitivity(XmlElement item) {
    return item.text("Sensitivity").map(ItemParts::sensitivity).orElse(Sensitivity.NORMAL);
  }

  private static Sensitivity sensitivity(String text) {
    return switch (text) {
      case "Normal" -> Sensitivity.NORMAL;
      case "Personal" -> Sensitivity.PERSONAL;
      case "Private" -> Sensitivity.PRIVATE;
      case "Confidential" -> Sensitivity.CONFIDENTIAL;
      default -> throw new Values.Unknown("Sensitivity", text);
    };
  }

  static Importance importance(XmlElement item) {
    return item.text("Importance").map(ItemParts::importance).orElse(Importance.NORMAL);
  }

  private static Importance importance(String text) {
    return switch (text) {
      case "Low" -> Importance.LOW;
      case "Normal" -> Importance.NORMAL;
      case "High" -> Importance.HIGH;
      default -> throw new Values.Unknown("Importance", text);
    };
  }

  static List<String> categories(XmlElement item) {
    return item.child("Categories")
        .map(c -> c.children().stream().map(XmlElement::text).toList())
        .orElse(List.of());
  }

  static Optional<Stamp> stamp(XmlElement item) {
    return named(item, Property.STAMP).flatMap(Stamp::parse);
  }

  static CrmReferences references(XmlElement item) {
    return named(item, Property.REFERENCES).map(References::decode).orElse(CrmReferences.NONE);
  }

  static Instant lastModified(XmlElement item) {
    return item.text("LastModifiedTime").map(Values::instant).orElse(Instant.EPOCH);
  }
}
