package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.ItemHead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Items of the default calendar.
 *
 * @param mailboxZone helps where an item names no zone or a custom one
 */
record AppointmentCodec(ZoneId mailboxZone) implements ItemCodec {

  @Override
  public String folder() {
    return "calendar";
  }

  @Override
  public List<Property> headProperties() {
    return AppointmentReader.HEAD;
  }

  @Override
  public List<Property> wholeProperties() {
    return AppointmentReader.WHOLE;
  }

  @Override
  public ItemHead head(XmlElement item) {
    return AppointmentReader.head(item);
  }

  @Override
  public MailboxAppointment read(XmlElement item) {
    return AppointmentReader.appointment(item, mailboxZone);
  }

  @Override
  public List<SeriesXml.Modified> exceptions(XmlElement item) {
    return SeriesXml.modified(item, mailboxZone);
  }

  @Override
  public Optional<LocalDate> date(XmlElement item, Instant moment) {
    return Optional.of(ItemTimes.date(item, moment, mailboxZone));
  }

  @Override
  public String element(MailboxItem value) {
    return "CalendarItem";
  }

  @Override
  public FieldSet fields(Optional<MailboxItem> before, MailboxItem after) {
    return AppointmentFields.of(
        before.map(MailboxAppointment.class::cast), (MailboxAppointment) after, mailboxZone);
  }

  @Override
  public int textLength(MailboxItem value) {
    return value.subject().length() + ((MailboxAppointment) value).body().content().length();
  }
}
