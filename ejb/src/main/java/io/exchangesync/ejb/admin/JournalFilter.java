package io.exchangesync.ejb.admin;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which journal entries; what is empty does not restrict.
 *
 * @param from first moment [UTC]
 * @param to first moment behind the last [UTC]
 */
public record JournalFilter(
    Optional<Long> run,
    Optional<Integer> mailboxId,
    Optional<Integer> recordId,
    Optional<Integer> linkKey,
    Optional<Instant> from,
    Optional<Instant> to) {
  public JournalFilter {
    Objects.requireNonNull(run);
    Objects.requireNonNull(mailboxId);
    Objects.requireNonNull(recordId);
    Objects.requireNonNull(linkKey);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
  }

  /** Everything about one link. */
  public static JournalFilter ofLink(int key) {
    return new JournalFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(key),
        Optional.empty(),
        Optional.empty());
  }

  /** Everything about one record in one mailbox. */
  public static JournalFilter ofRecord(int mailboxId, int recordId) {
    return new JournalFilter(
        Optional.empty(),
        Optional.of(mailboxId),
        Optional.of(recordId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
