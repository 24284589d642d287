package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A link, record, item or mailbox that waits for a person.
 *
 * @param id key; 0 until opened
 * @param linkKey 0 if there is no link
 * @param recordId 0 if there is no record
 * @param reason name of the reason code
 * @param detail in plain words: what, where, what to do
 */
public record Hold(
    int id,
    int mailboxId,
    Kind kind,
    int linkKey,
    int recordId,
    Optional<ItemId> item,
    String reason,
    String detail,
    State state,
    Instant since) {

  /** Where the hold stands. */
  public enum State {
    OPEN,
    /** An administrator let it go: the next decision that meets it is carried out, once. */
    RELEASED,
    CLOSED
  }

  public Hold {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(item);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(state);
    Objects.requireNonNull(since);
  }
}
