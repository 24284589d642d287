package io.exchangesync.core.engine;

import io.exchangesync.core.port.PendingChange;
import java.util.List;
import java.util.Optional;

/**
 * What a slice has to look at, and where the mailbox was read up to.
 *
 * @param groups read and planned one group after the other; things that may match stand in one
 *     group; whatever may end in a delete comes last, so that brakes can count before acting
 * @param position the mailbox side's position once everything here is done; empty = stays where it
 *     is
 * @param unchanged how many links were seen unchanged without reading them
 * @param listing whether both sides were listed completely
 * @param covered queue entries that a complete listing covers, so that they are done when it is
 */
record Agenda(
    List<List<Ref>> groups,
    Optional<String> position,
    int unchanged,
    boolean listing,
    List<PendingChange> covered) {

  /** How many live links may lose their other half. */
  int deletions() {
    return (int) groups.stream().flatMap(List::stream).filter(Ref::mayDelete).count();
  }
}
