package io.exchangesync.core.model;

import java.util.Objects;

/**
 * One state of a mailbox item: its id and the change key (or ETag) that changes with every write.
 */
public record ItemVersion(ItemId id, String changeKey) {
  public ItemVersion {
    Objects.requireNonNull(id);
    Objects.requireNonNull(changeKey);
  }
}
