package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxContactBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The contacts of one mailbox in memory: what the user in Outlook sees and does. */
public final class MemoryContacts extends MemoryItems<MailboxContact> {
  public MemoryContacts() {
    super("contact-");
  }

  /** What the user sees. */
  public synchronized List<MailboxContact> items() {
    return List.copyOf(items.values());
  }

  /** The user makes a contact; answers what is stored. */
  public synchronized MailboxContact userCreates(MailboxContact value) {
    return items.get(create(value).id());
  }

  /** The user edits a contact. */
  public synchronized void userEdits(ItemId id, UnaryOperator<MailboxContactBuilder> edit) {
    store(id, edit.apply(items.get(id).with()).build());
  }

  @Override
  MailboxContact stored(MailboxContact value, ItemVersion version, Instant at) {
    return value.with().item(Optional.of(version)).lastModified(at).build();
  }
}
