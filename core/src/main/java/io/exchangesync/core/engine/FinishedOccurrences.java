package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.port.ItemHead;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finished occurrences of recurring tasks.
 *
 * <p>When an occurrence is completed, a new item with the same stamp keeps it, and the recurring
 * task goes on under its old id with the next occurrence. So the link moves to the new item; the
 * old one is a new to-do. A second item with the stamp that recurs itself is a copy as ever.
 */
final class FinishedOccurrences {
  private final Map<String, List<ItemHead>> byLinkId;

  private FinishedOccurrences(Map<String, List<ItemHead>> byLinkId) {
    this.byLinkId = byLinkId;
  }

  static FinishedOccurrences among(Kind kind, Collection<ItemHead> heads) {
    return new FinishedOccurrences(
        kind != Kind.TASK
            ? Map.of()
            : heads.stream()
                .filter(head -> head.type() == CalendarItemType.SINGLE)
                .filter(head -> head.stamp().isPresent())
                .collect(
                    Collectors.groupingBy(
                        head -> head.stamp().map(Stamp::linkId).orElseThrow(),
                        HashMap::new,
                        Collectors.toList())));
  }

  /** The item that takes the link over from a recurring task; of several the earliest. */
  Optional<ItemHead> successor(Link link, ItemHead task) {
    if (link.state() != Link.State.LIVE || task.type() != CalendarItemType.MASTER) {
      return Optional.empty();
    }
    Optional<ItemId> linked = link.item().map(ItemVersion::id);
    return byLinkId.getOrDefault(link.linkId(), List.of()).stream()
        .filter(head -> !linked.equals(Optional.of(head.version().id())))
        .min(Comparator.comparing(head -> head.start().orElse(Instant.MAX)));
  }

  /**
   * Items that left a recurring task after the to-do of an earlier occurrence was deleted: their
   * stamp is that of the deleted one, as the task's own.
   */
  Set<ItemId> ofClosed(Map<String, Link> links, Collection<ItemHead> heads) {
    return heads.stream()
        .filter(task -> task.type() == CalendarItemType.MASTER)
        .flatMap(task -> task.stamp().map(Stamp::linkId).stream())
        .filter(id -> links.containsKey(id) && links.get(id).state() == Link.State.CLOSED)
        .flatMap(id -> byLinkId.getOrDefault(id, List.of()).stream())
        .map(head -> head.version().id())
        .collect(Collectors.toSet());
  }
}
