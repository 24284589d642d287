package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.Stamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a listing or a change page tells about an item without reading it.
 *
 * @param start start, a master's is that of its first occurrence; empty if the server gave none For
 *     a task: midnight of its due date in the mailbox's zone; end is the same or, if later, that of
 *     its completion, and empty while it is open
 * @param type MASTER also for a recurring task, which shows one occurrence at a time
 * @param itemClass such as IPM.Appointment; "" if unknown
 */
public record ItemHead(
    ItemVersion version,
    String itemClass,
    CalendarItemType type,
    Optional<Instant> start,
    Optional<Instant> end,
    Optional<Stamp> stamp) {
  public ItemHead {
    Objects.requireNonNull(version);
    Objects.requireNonNull(itemClass);
    Objects.requireNonNull(type);
    Objects.requireNonNull(start);
    Objects.requireNonNull(end);
    Objects.requireNonNull(stamp);
  }
}
