package io.exchangesync.ejb.admin;

import io.exchangesync.core.engine.Decided;
import io.exchangesync.core.port.Hold;
import io.exchangesync.ejb.store.JournalQueries;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a thing is as it is.
 *
 * @param last newest journal entry about it
 * @param decided what would be done now
 * @param nextTry when it is looked at again [UTC]
 */
public record Explanation(
    Optional<JournalQueries.Line> last,
    Decided decided,
    Optional<Hold> hold,
    Optional<Instant> nextTry) {
  public Explanation {
    Objects.requireNonNull(last);
    Objects.requireNonNull(decided);
    Objects.requireNonNull(hold);
    Objects.requireNonNull(nextTry);
  }
}
