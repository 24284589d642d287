package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import java.util.List;
import java.util.Objects;

/**
 * One page of what changed in a mailbox folder.
 *
 * @param present created or changed items; singles and masters, never occurrences
 * @param deleted ids of items that left the folder (deleted or moved away)
 * @param next position after this page; opaque
 * @param complete whether nothing more is waiting behind this page
 */
public record MailboxChanges(
    List<ItemHead> present, List<ItemId> deleted, String next, boolean complete) {
  public MailboxChanges {
    present = List.copyOf(present);
    deleted = List.copyOf(deleted);
    Objects.requireNonNull(next);
  }
}
