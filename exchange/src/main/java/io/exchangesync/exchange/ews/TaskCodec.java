package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.port.ItemHead;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Items of the default task folder.
 *
 * @param mailboxZone whose midnights begin a day
 * @param clock tells which days of completion the server takes
 */
record TaskCodec(ZoneId mailboxZone, Clock clock) implements ItemCodec {

  @Override
  public String folder() {
    return "tasks";
  }

  @Override
  public List<Property> headProperties() {
    return TaskReader.HEAD;
  }

  @Override
  public List<Property> wholeProperties() {
    return TaskReader.WHOLE;
  }

  @Override
  public ItemHead head(XmlElement item) {
    return TaskReader.head(item, mailboxZone);
  }

  @Override
  public MailboxTask read(XmlElement item) {
    return TaskReader.task(item, mailboxZone);
  }

  @Override
  public String element(MailboxItem value) {
    return "Task";
  }

  @Override
  public FieldSet fields(Optional<MailboxItem> before, MailboxItem after) {
    return TaskFields.of(before.map(MailboxTask.class::cast), (MailboxTask) after, clock.instant());
  }

  @Override
  public int textLength(MailboxItem value) {
    return value.subject().length() + ((MailboxTask) value).body().content().length();
  }
}
