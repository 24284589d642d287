package io.exchangesync.simulator.store;

import java.util.List;

/**
 * One page of what changed in a folder.
 *
 * @param next the state that the client hands in next time
 */
public record ItemChanges(List<Change> changes, SyncState next, Completeness completeness) {

  /** Whether more of the round follows. */
  public enum Completeness {
    MORE,
    LAST
  }

  /** One change: an item made, changed or gone. */
  public sealed interface Change {}

  /** An item the client does not know yet. */
  public record Created(Item item) implements Change {}

  /** An item the client knows in an older version. */
  public record Updated(Item item) implements Change {}

  /** An item that went from the folder, by delete or by move. */
  public record Deleted(long number) implements Change {}
}
