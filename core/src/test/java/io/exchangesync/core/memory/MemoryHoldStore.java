package io.exchangesync.core.memory;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.HoldStore;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Holds in memory. */
public final class MemoryHoldStore implements HoldStore, Transactional {
  private final TreeMap<Integer, Hold> byId = new TreeMap<>();
  private int lastId;

  @Override
  public List<Hold> active(int mailboxId, Kind kind) {
    return byId.values().stream()
        .filter(h -> h.mailboxId() == mailboxId && h.kind() == kind)
        .filter(h -> h.state() != Hold.State.CLOSED)
        .toList();
  }

  @Override
  public void open(List<Hold> holds) {
    for (Hold hold : holds) {
      Optional<Hold> there =
          active(hold.mailboxId(), hold.kind()).stream()
              .filter(h -> h.sameThingAs(hold))
              .findFirst();
      put(there.map(h -> h.broughtUpToDate(hold)).orElseGet(() -> hold.opened(++lastId)));
    }
  }

  @Override
  public void close(List<Hold> holds) {
    holds.stream()
        .filter(h -> byId.containsKey(h.id()))
        .forEach(h -> put(byId.get(h.id()).withState(Hold.State.CLOSED)));
  }

  /** Lets a hold go, as an administrator does. */
  public void release(int id) {
    put(byId.get(id).withState(Hold.State.RELEASED));
  }

  /** Every hold of every mailbox, closed ones included. */
  public List<Hold> all() {
    return List.copyOf(byId.values());
  }

  @Override
  public Runnable savepoint() {
    TreeMap<Integer, Hold> then = new TreeMap<>(byId);
    return () -> {
      byId.clear();
      byId.putAll(then);
    };
  }

  private void put(Hold hold) {
    byId.put(hold.id(), hold);
  }
}
