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
 * @param connection number of the connection to Exchange that reaches it
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
    Instant linkedAt,
    int connection) {

  /** The connection that is set up first. */
  public static final int FIRST_CONNECTION = 1;

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

  /** A mailbox on the first connection. */
  public Mailbox(
      int id,
      int associateId,
      String address,
      BackEnd backEnd,
      Set<Kind> kinds,
      int rank,
      State state,
      Optional<String> lastProblem,
      Instant linkedAt) {
    this(
        id,
        associateId,
        address,
        backEnd,
        kinds,
        rank,
        state,
        lastProblem,
        linkedAt,
        FIRST_CONNECTION);
  }

  public Mailbox withState(State newState, Optional<String> problem) {
    return new Mailbox(
        id, associateId, address, backEnd, kinds, rank, newState, problem, linkedAt, connection);
  }

  /** The same mailbox, reached under another address or by another connection. */
  public Mailbox at(String newAddress, int newConnection) {
    return new Mailbox(
        id,
        associateId,
        newAddress,
        backEnd,
        kinds,
        rank,
        state,
        lastProblem,
        linkedAt,
        newConnection);
  }
}
