package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.ItemHead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How one kind of items looks in EWS: its folder, its properties, its elements. */
interface ItemCodec {

  /** Distinguished id of the default folder, such as calendar. */
  String folder();

  /** What a head needs; BaseShape IdOnly brings the id. */
  List<Property> headProperties();

  /** What a whole item needs. */
  List<Property> wholeProperties();

  /** A head; what can't be understood is left to the reading of the whole item. */
  ItemHead head(XmlElement item);

  /**
   * A whole item.
   *
   * @throws Values.Unknown if a value is not understood
   */
  MailboxItem read(XmlElement item);

  /** The exceptions of a series, which are items of their own; most items have none. */
  default List<SeriesXml.Modified> exceptions(XmlElement item) {
    return List.of();
  }

  /** The date of a moment for who keeps the item's calendar; empty where items have no times. */
  default Optional<LocalDate> date(XmlElement item, Instant moment) {
    return Optional.empty();
  }

  /** Name of the element that holds the item in the types schema, such as CalendarItem. */
  String element(MailboxItem value);

  /**
   * What is written, in the order of the schema.
   *
   * @param before the item as it is; empty for a new one, which carries everything
   */
  FieldSet fields(Optional<MailboxItem> before, MailboxItem after);

  /** Characters of text that the item carries, to keep requests small. */
  int textLength(MailboxItem value);
}
