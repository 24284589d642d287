package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxContact.AddressSlot;
import io.exchangesync.core.model.MailboxContact.EmailSlot;
import io.exchangesync.core.model.MailboxContact.PhoneSlot;
import io.exchangesync.core.model.PostalAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads contacts of answers; entries of dictionaries that are not synchronized are passed over. */
final class ContactReader {
  /** What a whole contact needs. */
  static final List<Property> WHOLE =
      List.of(
          new Property.Schema("item:ItemClass"),
          new Property.Schema("item:Sensitivity"),
          new Property.Schema("item:Categories"),
          new Property.Schema("item:LastModifiedTime"),
          new Property.Schema("contacts:FileAs"),
          new Property.Schema("contacts:DisplayName"),
          new Property.Schema("contacts:GivenName"),
          new Property.Schema("contacts:MiddleName"),
          new Property.Schema("contacts:CompanyName"),
          new Property.Schema("contacts:EmailAddresses"),
          new Property.Schema("contacts:PhysicalAddresses"),
          new Property.Schema("contacts:PhoneNumbers"),
          new Property.Schema("contacts:Birthday"),
          new Property.Schema("contacts:BusinessHomePage"),
          new Property.Schema("contacts:Department"),
          new Property.Schema("contacts:JobTitle"),
          new Property.Schema("contacts:Surname"),
          Property.STAMP,
          Property.NAME_PREFIX);

  /**
   * Birthdays are written at this time of day [UTC], which is the same date in nearly all zones.
   */
  static final LocalTime BIRTHDAY_TIME = LocalTime.of(11, 59);

  private ContactReader() {}

  /**
   * A whole contact.
   *
   * @throws Values.Unknown if a value is not understood
   */
  static MailboxContact contact(XmlElement item, ZoneId mailboxZone) {
    if (!item.name().equals("Contact")) {
      throw new Values.Unknown("kind of item among the contacts", item.name());
    }
    return new MailboxContact(
        Optional.of(ItemParts.version(item)),
        ItemParts.tagged(item, Property.NAME_PREFIX),
        text(item, "GivenName"),
        text(item, "MiddleName"),
        text(item, "Surname"),
        text(item, "DisplayName"),
        text(item, "FileAs"),
        text(item, "JobTitle"),
        item.text("Birthday").map(Values::instant).map(at -> birthday(at, mailboxZone)),
        text(item, "CompanyName"),
        text(item, "Department"),
        entries(item, "PhoneNumbers", PhoneSlot.class, ContactSlots::phone, XmlElement::text),
        entries(item, "EmailAddresses", EmailSlot.class, ContactSlots::email, XmlElement::text),
        entries(
            item,
            "PhysicalAddresses",
            AddressSlot.class,
            ContactSlots::address,
            ContactReader::address),
        text(item, "BusinessHomePage"),
        ItemParts.categories(item),
        ItemParts.sensitivity(item) != Sensitivity.NORMAL,
        ItemParts.stamp(item),
        ItemParts.lastModified(item));
  }

  private static String text(XmlElement item, String name) {
    return item.text(name).map(Values::lines).orElse("");
  }

  /** Outlook writes midnight of the user's zone, others the time they are used to. */
  static LocalDate birthday(Instant at, ZoneId mailboxZone) {
    ZonedDateTime there = at.atZone(mailboxZone);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? there.toLocalDate()
        : at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static <K extends Enum<K>, V> Map<K, V> entries(
      XmlElement item,
      String dictionary,
      Class<K> type,
      Function<String, Optional<K>> slot,
      Function<XmlElement, V> value) {
    Map<K, V> found = new EnumMap<>(type);
    for (XmlElement entry : item.child(dictionary).map(XmlElement::children).orElse(List.of())) {
      entry.attribute("Key").flatMap(slot).ifPresent(key -> found.put(key, value.apply(entry)));
    }
    return found;
  }

  private static PostalAddress address(XmlElement entry) {
    return new PostalAddress(
        text(entry, "Street"),
        text(entry, "PostalCode"),
        text(entry, "City"),
        text(entry, "State"),
        text(entry, "CountryOrRegion"));
  }
}
