package io.exchangesync.simulator.faults;

import java.util.Optional;

/**
 * When an effect strikes.
 *
 * @param operation only this operation, such as GetItem
 * @param mailbox only requests that act for this address
 * @param skip how many matching requests pass first
 * @param times how many are struck before the rule is used up
 * @param percent of matching requests, 1 to 100
 * @param seed of the draw for percent, so that a run can be repeated
 */
public record Rule(
    Effect effect,
    Optional<String> operation,
    Optional<String> mailbox,
    int skip,
    int times,
    int percent,
    long seed) {

  /** Strikes the next requests of whatever kind. */
  public static Rule next(int times, Effect effect) {
    return new Rule(effect, Optional.empty(), Optional.empty(), 0, times, 100, 0);
  }

  public Rule onOperation(String name) {
    return new Rule(effect, Optional.of(name), mailbox, skip, times, percent, seed);
  }

  public Rule onMailbox(String smtp) {
    return new Rule(effect, operation, Optional.of(smtp), skip, times, percent, seed);
  }

  public Rule afterSkipping(int requests) {
    return new Rule(effect, operation, mailbox, requests, times, percent, seed);
  }

  public Rule onPercent(int share, long drawSeed) {
    return new Rule(effect, operation, mailbox, skip, times, share, drawSeed);
  }

  boolean matches(String operationName, String smtp) {
    return operation.map(operationName::equals).orElse(true)
        && mailbox.map(smtp::equalsIgnoreCase).orElse(true);
  }
}
