package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Associate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A linked mailbox as administrators look at it.
 *
 * @param associate empty if SuperOffice does not know it any more
 * @param work one entry per kind that has a lease
 * @param links live links of all kinds
 */
public record MailboxView(
    Mailbox mailbox, Optional<Associate> associate, List<Work> work, int links, int openHolds) {
  public MailboxView {
    Objects.requireNonNull(mailbox);
    Objects.requireNonNull(associate);
    work = List.copyOf(work);
  }

  /**
   * How a kind stands.
   *
   * @param lastActivity newest journal entry [UTC]
   * @param nextRun when it is due [UTC]
   * @param owner the worker that has it now
   * @param leaseUntil end of that worker's lease [UTC]
   */
  public record Work(
      Kind kind,
      Optional<Instant> lastActivity,
      Optional<Instant> nextRun,
      Optional<String> owner,
      Optional<Instant> leaseUntil,
      boolean fullListingDue) {
    public Work {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(lastActivity);
      Objects.requireNonNull(nextRun);
      Objects.requireNonNull(owner);
      Objects.requireNonNull(leaseUntil);
    }
  }
}
