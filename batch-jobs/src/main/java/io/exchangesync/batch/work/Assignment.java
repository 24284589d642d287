package io.exchangesync.batch.work;

import io.exchangesync.core.model.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What one worker is to do.
 *
 * @param run id of the job execution
 * @param owner name under which mailboxes are claimed
 * @param mailboxes ids to work on, due or not; empty = what is due
 * @param interval time after which a finished mailbox is due again
 */
public record Assignment(
    long run, Kind kind, String owner, List<Integer> mailboxes, Duration interval) {
  public Assignment {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(owner);
    mailboxes = List.copyOf(mailboxes);
    Objects.requireNonNull(interval);
  }
}
