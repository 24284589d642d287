package io.exchangesync.batch.work;

import io.exchangesync.core.engine.Decided;
import io.exchangesync.core.engine.Slice;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Journal.Tally;
import io.exchangesync.core.port.SyncException;
import java.util.Map;
import java.util.Optional;

/** What the processor hands to the writer. */
public sealed interface Outcome {

  /** A candidate with its decision. */
  record Planned(Slice slice, Decided decided) implements Outcome {}

  /** The end of a slice; see {@link Item.End}. */
  record Ended(Slice slice, Optional<SyncException> broken) implements Outcome {}

  /** What a run would do for a mailbox. */
  record Looked(Mailbox mailbox, Map<Tally, Integer> tallies) implements Outcome {}
}
