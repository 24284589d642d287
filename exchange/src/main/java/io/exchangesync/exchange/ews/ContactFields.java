package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxContact.AddressSlot;
import io.exchangesync.core.model.MailboxContact.EmailSlot;
import io.exchangesync.core.model.MailboxContact.PhoneSlot;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.core.model.Stamp;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What of a contact is written: everything at once, or field by field what differs, each entry of a
 * dictionary on its own, so that what the user keeps in other entries stays.
 */
final class ContactFields {
  private final FieldSet fields = new FieldSet();

  private ContactFields() {}

  /** A new contact, in the order of the schema; dictionaries are written whole. */
  static FieldSet all(MailboxContact value) {
    ContactFields written = new ContactFields();
    written.common(MailboxContact.blank(), value);
    written.text(value, "contacts:FileAs", MailboxContact::fileAs);
    written.text(value, "contacts:DisplayName", MailboxContact::displayName);
    written.text(value, "contacts:GivenName", MailboxContact::firstName);
    written.text(value, "contacts:MiddleName", MailboxContact::middleName);
    written.text(value, "contacts:CompanyName", MailboxContact::companyName);
    written.emails(value);
    written.addresses(value);
    written.phones(value);
    written.birthday(MailboxContact.blank(), value);
    written.text(value, "contacts:BusinessHomePage", MailboxContact::homePage);
    written.text(value, "contacts:Department", MailboxContact::department);
    written.text(value, "contacts:JobTitle", MailboxContact::jobTitle);
    written.text(value, "contacts:Surname", MailboxContact::lastName);
    return written.fields;
  }

  static FieldSet differing(MailboxContact old, MailboxContact value) {
    ContactFields written = new ContactFields();
    written.common(old, value);
    written.changed(old, value, "contacts:FileAs", MailboxContact::fileAs);
    written.changed(old, value, "contacts:DisplayName", MailboxContact::displayName);
    written.changed(old, value, "contacts:GivenName", MailboxContact::firstName);
    written.changed(old, value, "contacts:MiddleName", MailboxContact::middleName);
    written.changed(old, value, "contacts:CompanyName", MailboxContact::companyName);
    written.changedEmails(old, value);
    written.changedAddresses(old, value);
    written.changedPhones(old, value);
    written.birthday(old, value);
    written.changed(old, value, "contacts:BusinessHomePage", MailboxContact::homePage);
    written.changed(old, value, "contacts:Department", MailboxContact::department);
    written.changed(old, value, "contacts:JobTitle", MailboxContact::jobTitle);
    written.changed(old, value, "contacts:Surname", MailboxContact::lastName);
    return written.fields;
  }

  /** What stands before a contact's own properties in the schema. */
  private void common(MailboxContact old, MailboxContact value) {
    if (!old.categories().equals(value.categories())) {
      fields.categories(value.categories());
    }
    if (!old.stamp().equals(value.stamp())) {
      fields.named(Property.STAMP, value.stamp().map(Stamp::encoded));
    }
    if (!old.formOfAddress().equals(value.formOfAddress())) {
      fields.tagged(Property.NAME_PREFIX, value.formOfAddress());
    }
  }

  private void text(MailboxContact value, String uri, Function<MailboxContact, String> part) {
    if (!part.apply(value).isEmpty()) {
      fields.text(uri, part.apply(value));
    }
  }

  private void changed(
      MailboxContact old, MailboxContact value, String uri, Function<MailboxContact, String> part) {
    String wanted = part.apply(value);
    if (!wanted.equals(part.apply(old))) {
      if (wanted.isEmpty()) {
        fields.remove(uri);
      } else {
        fields.text(uri, wanted);
      }
    }
  }

  private void birthday(MailboxContact old, MailboxContact value) {
    if (old.birthday().equals(value.birthday())) {
      return;
    }
    value
        .birthday()
        .ifPresentOrElse(
            date ->
                fields.text("contacts:Birthday", date.atTime(ContactReader.BIRTHDAY_TIME) + ":00Z"),
            () -> fields.remove("contacts:Birthday"));
  }

  private void emails(MailboxContact value) {
    Map<String, String> entries = new LinkedHashMap<>();
    value.emails().forEach((slot, address) -> entries.put(ContactSlots.key(slot), address));
    dictionary("contacts:EmailAddresses", entries);
  }

  private void phones(MailboxContact value) {
    Map<String, String> entries = new LinkedHashMap<>();
    value.phones().forEach((slot, number) -> entries.put(ContactSlots.key(slot), number));
    dictionary("contacts:PhoneNumbers", entries);
  }

  private void dictionary(String uri, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      fields.put(uri, xml -> writeDictionary(xml, uri, entries));
    }
  }

  private static void writeDictionary(EwsXml xml, String uri, Map<String, String> entries)
      throws javax.xml.stream.XMLStreamException {
    xml.type(uri.substring(uri.indexOf(':') + 1));
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      xml.type("Entry").attribute("Key", entry.getKey()).text(entry.getValue()).end();
    }
    xml.end();
  }

  private void addresses(MailboxContact value) {
    if (value.addresses().isEmpty()) {
      return;
    }
    fields.put(
        "contacts:PhysicalAddresses",
        xml -> {
          xml.type("PhysicalAddresses");
          for (Map.Entry<AddressSlot, PostalAddress> entry : value.addresses().entrySet()) {
            xml.type("Entry").attribute("Key", ContactSlots.key(entry.getKey()));
            for (Map.Entry<String, String> part : parts(entry.getValue()).entrySet()) {
              if (!part.getValue().isEmpty()) {
                xml.type(part.getKey(), part.getValue());
              }
            }
            xml.end();
          }
          xml.end();
        });
  }

  private static Map<String, String> parts(PostalAddress address) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("Street", address.street());
    parts.put("City", address.city());
    parts.put("State", address.state());
    parts.put("CountryOrRegion", address.country());
    parts.put("PostalCode", address.postalCode());
    return parts;
  }

  private void changedEmails(MailboxContact old, MailboxContact value) {
    for (EmailSlot slot : EmailSlot.values()) {
      entry(
          "contacts:EmailAddress",
          "EmailAddresses",
          ContactSlots.key(slot),
          old.emails().getOrDefault(slot, ""),
          value.emails().getOrDefault(slot, ""));
    }
  }

  private void changedPhones(MailboxContact old, MailboxContact value) {
    for (PhoneSlot slot : PhoneSlot.values()) {
      entry(
          "contacts:PhoneNumber",
          "PhoneNumbers",
          ContactSlots.key(slot),
          old.phones().getOrDefault(slot, ""),
          value.phones().getOrDefault(slot, ""));
    }
  }

  private void entry(String uri, String dictionary, String key, String old, String wanted) {
    if (!old.equals(wanted)) {
      FieldSet.Element element =
          xml -> xml.type(dictionary).type("Entry").attribute("Key", key).text(wanted).end().end();
      fields.put(
          new Property.Indexed(uri, key),
          wanted.isEmpty() ? Optional.empty() : Optional.of(element));
    }
  }

  private void changedAddresses(MailboxContact old, MailboxContact value) {
    Map<AddressSlot, Map<String, String>> before = new EnumMap<>(AddressSlot.class);
    for (AddressSlot slot : AddressSlot.values()) {
      before.put(slot, parts(old.addresses().getOrDefault(slot, PostalAddress.NONE)));
      parts(value.addresses().getOrDefault(slot, PostalAddress.NONE))
          .forEach((part, wanted) -> addressPart(slot, part, before.get(slot).get(part), wanted));
    }
  }

  private void addressPart(AddressSlot slot, String part, String old, String wanted) {
    if (!old.equals(wanted)) {
      String key = ContactSlots.key(slot);
      FieldSet.Element element =
          xml ->
              xml.type("PhysicalAddresses")
                  .type("Entry")
                  .attribute("Key", key)
                  .type(part, wanted)
                  .end()
                  .end();
      fields.put(
          new Property.Indexed("contacts:PhysicalAddress:" + part, key),
          wanted.isEmpty() ? Optional.empty() : Optional.of(element));
    }
  }
}
