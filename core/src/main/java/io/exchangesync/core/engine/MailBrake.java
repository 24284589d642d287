package io.exchangesync.core.engine;

import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.Hold;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the mails of a run, whichever of its slices sent them, with what waits already (invariant
 * I7).
 *
 * <p>A listing counts those of the last 24 hours: a run that was cut goes on as one, under another
 * number, and nobody waits for a listing. What is held stays so until somebody releases it.
 */
final class MailBrake {
  private static final Duration DAY = Duration.ofHours(24);

  private final Ports ports;
  private final Claim claim;
  private final Releases releases;
  private final long run;
  private final Instant since;
  private final int most;
  private int decided;
  private int earlier = -1;

  /**
   * @param most mails that a run may send
   */
  MailBrake(Ports ports, Claim claim, Releases releases, long run, Agenda agenda, int most) {
    this.ports = ports;
    this.claim = claim;
    this.releases = releases;
    this.run = run;
    Instant now = ports.clock().instant();
    this.since = agenda.listing() ? now.minus(DAY) : now.plus(DAY);
    this.most = most;
  }

  /** Counts the mails of a decision; false if they have to wait. */
  boolean allows(Candidate candidate, int mails) {
    if (mails == 0 || candidate.released()) {
      decided += mails;
      return true;
    }
    if (earlier < 0) {
      earlier =
          ports.journal().mails(claim.mailbox().id(), claim.kind(), run, since) + releases.held();
    }
    boolean waits = releases.of(candidate).filter(MailBrake::holds).isPresent();
    if (waits || decided + earlier + mails > most) {
      return false;
    }
    decided += mails;
    return true;
  }

  static boolean holds(Hold hold) {
    return hold.state() == Hold.State.OPEN && hold.reason().equals(Reason.BRAKE_MAILS.name());
  }

  /** Mails that the decisions so far let leave. */
  int decided() {
    return decided;
  }
}
