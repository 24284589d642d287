package io.exchangesync.batch.work;

import io.exchangesync.core.engine.ChunkWriter;
import io.exchangesync.core.engine.Decided;
import io.exchangesync.core.engine.LeaseLost;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.engine.Slice;
import io.exchangesync.core.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Performs the outcomes of a chunk in the caller's transaction.
 *
 * <p>The lease is checked before the first row is written, so a lost one leaves nothing to roll
 * back: the slice is dropped and the worker goes on with other mailboxes.
 */
public final class Performer {
  private final Ports ports;
  private final ChunkWriter writer;
  private final Kind kind;
  private final long run;
  private final ItemSource source;
  private final Consumer<LeaseLost> onLost;

  public Performer(
      Ports ports, Kind kind, long run, ItemSource source, Consumer<LeaseLost> onLost) {
    this.ports = ports;
    this.writer = new ChunkWriter(ports);
    this.kind = kind;
    this.run = run;
    this.source = source;
    this.onLost = onLost;
  }

  /**
   * Writes one chunk.
   *
   * @throws IllegalArgumentException if it spans two slices
   */
  public void perform(List<Outcome> chunk) {
    try {
      write(chunk);
    } catch (RuntimeException e) {
      source.broken();
      throw e;
    }
  }

  private void write(List<Outcome> chunk) {
    List<Decided> decided = new ArrayList<>();
    Optional<Slice> slice = Optional.empty();
    Optional<Outcome.Ended> end = Optional.empty();
    for (Outcome outcome : chunk) {
      if (outcome instanceof Outcome.Planned planned) {
        slice = Optional.of(same(slice, planned.slice()));
        decided.add(planned.decided());
      } else if (outcome instanceof Outcome.Ended ended) {
        slice = Optional.of(same(slice, ended.slice()));
        end = Optional.of(ended);
      } else if (outcome instanceof Outcome.Looked looked) {
        ports.journal().count(run, looked.mailbox().id(), kind, looked.tallies());
      }
    }
    if (slice.isPresent()) {
      write(slice.get(), decided, end);
    }
  }

  private void write(Slice slice, List<Decided> decided, Optional<Outcome.Ended> end) {
    try {
      boolean ends = end.isPresent() && end.get().broken().isEmpty();
      if (ends && !decided.isEmpty()) {
        writer.writeAndEnd(slice, decided);
      } else if (ends) {
        writer.end(slice);
      } else if (!decided.isEmpty()) {
        writer.write(slice, decided);
      }
    } catch (LeaseLost e) {
      source.lost(slice);
      onLost.accept(e);
    }
  }

  private static Slice same(Optional<Slice> before, Slice slice) {
    if (before.isPresent() && before.get() != slice) {
      throw new IllegalArgumentException("a chunk spans two mailboxes");
    }
    return slice;
  }
}
