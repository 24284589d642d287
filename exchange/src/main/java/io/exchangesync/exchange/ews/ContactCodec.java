package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.ItemHead;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Contacts of the default contacts folder; distribution lists beside them are passed over.
 *
 * @param mailboxZone tells the day of a birthday that Outlook wrote as midnight
 */
record ContactCodec(ZoneId mailboxZone) implements ItemCodec {

  @Override
  public String folder() {
    return "contacts";
  }

  @Override
  public boolean covers(XmlElement item) {
    return item.name().equals("Contact");
  }

  @Override
  public List<Property> headProperties() {
    return List.of(new Property.Schema("item:ItemClass"), Property.STAMP);
  }

  @Override
  public List<Property> wholeProperties() {
    return ContactReader.WHOLE;
  }

  @Override
  public ItemHead head(XmlElement item) {
    return new ItemHead(
        ItemParts.version(item),
        item.text("ItemClass").orElse(""),
        CalendarItemType.SINGLE,
        Optional.empty(),
        Optional.empty(),
        ItemParts.stamp(item));
  }

  @Override
  public MailboxContact read(XmlElement item) {
    return ContactReader.contact(item, mailboxZone);
  }

  @Override
  public String element(MailboxItem value) {
    return "Contact";
  }

  @Override
  public FieldSet fields(Optional<MailboxItem> before, MailboxItem after) {
    return before.isPresent()
        ? ContactFields.differing((MailboxContact) before.get(), (MailboxContact) after)
        : ContactFields.all((MailboxContact) after);
  }

  @Override
  public int textLength(MailboxItem value) {
    return value.subject().length();
  }
}
