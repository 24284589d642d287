package io.exchangesync.simulator.meetings;

import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.Value;
import java.util.List;

/** The id of a calendar item as messages carry it. */
record CopyId(String id, String changeKey) {

  static CopyId of(MailboxInfo mailbox, Item item) {
    return new CopyId(Series.id(mailbox.guid(), item), Ids.changeKey(item.modified()));
  }

  Value toValue() {
    return new Value.Texts(List.of(id, changeKey));
  }
}
