package io.exchangesync.batch.work;

import io.exchangesync.core.engine.ChunkWriter;
import io.exchangesync.core.engine.Decided;
import io.exchangesync.core.engine.LeaseLost;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.engine.Refusal;
import io.exchangesync.core.engine.Slice;
import io.exchangesync.core.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Performs the outcomes of a chunk.
 *
 * <p>What is written is committed or rolled back before this returns, so that a slice that can't go
 * on is given back at once and the worker goes on with other mailboxes.
 */
public final class Performer {
  private final Ports ports;
  private final ChunkWriter writer;
  private final Kind kind;
  private final long run;
  private final ItemSource source;
  private final WriterNews news;

  public Performer(Ports ports, Kind kind, long run, ItemSource source, WriterNews news) {
    this.ports = ports;
    this.writer = new ChunkWriter(ports);
    this.kind = kind;
    this.run = run;
    this.source = source;
    this.news = news;
  }

  /**
   * Writes one chunk.
   *
   * @throws IllegalArgumentException if it spans two slices
   */
  public void perform(List<Outcome> chunk) {
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
        tell(slice, writer.writeAndEnd(slice, decided));
      } else if (ends) {
        writer.end(slice);
      } else if (!decided.isEmpty()) {
        tell(slice, writer.write(slice, decided));
      }
    } catch (LeaseLost e) {
      source.lost(slice);
      news.lost(e);
    } catch (RuntimeException e) {
      source.broken(slice, Failures.typed(e));
    }
  }

  private void tell(Slice slice, List<Refusal> refusals) {
    refusals.forEach(refusal -> news.refused(slice.claim().mailbox(), refusal));
  }

  private static Slice same(Optional<Slice> before, Slice slice) {
    if (before.isPresent() && before.get() != slice) {
      throw new IllegalArgumentException("a chunk spans two mailboxes");
    }
    return slice;
  }
}
