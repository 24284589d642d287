package io.exchangesync.core.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One SuperOffice associate (employee or resource) linked to one Exchange mailbox.
 *
 * @param id key of the linked mailbox; 0 until stored
 * @param associateId SuperOffice associate.associate_id
 * @param address primary SMTP address of the mailbox
 * @param kinds what is synchronized
 * @param rank lower ranks are served first
 * @param linkedAt when the link was made [UTC]
 */
public record Mailbox(
    int id,
    int associateId,
    String address,
    BackEnd backEnd,
    Set<Kind> kinds,
    int rank,
    State state,
    Optional<String> lastProblem,
    Instant linkedAt) {

  /** The protocol that reaches the mailbox. */
  public enum BackEnd {
    EWS,
    GRAPH
  }

  /** What the administrator sees of the mailbox as a whole. */
  public enum State {
    /** Linked; the first synchronization has not completed. */
    FIRST_LINK,
    ACTIVE,
    PAUSED,
    NEEDS_CONSENT,
    FAILED,
    UNLINKED
  }

  public Mailbox {
    Objects.requireNonNull(address);
    Objects.requireNonNull(backEnd);
    kinds = Set.copyOf(kinds);
    Objects.requireNonNull(state);
    Objects.requireNonNull(lastProblem);
    Objects.requireNonNull(linkedAt);
  }

  public Mailbox withState(State newState, Optional<String> problem) {
    return new Mailbox(id, associateId, address, backEnd, kinds, rank, newState, problem, linkedAt);
  }
}
