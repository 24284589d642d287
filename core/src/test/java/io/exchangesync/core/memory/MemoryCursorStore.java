package io.exchangesync.core.memory;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.LogPosition;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Positions in memory. */
public final class MemoryCursorStore implements CursorStore, Transactional {
  private final Map<MailboxAndKind, String> positions = new HashMap<>();
  private Optional<LogPosition> log = Optional.empty();

  @Override
  public synchronized Optional<String> mailboxPosition(int mailboxId, Kind kind) {
    return Optional.ofNullable(positions.get(new MailboxAndKind(mailboxId, kind)));
  }

  @Override
  public synchronized void moveMailbox(int mailboxId, Kind kind, String position) {
    positions.put(new MailboxAndKind(mailboxId, kind), Objects.requireNonNull(position));
  }

  @Override
  public synchronized void resetMailbox(int mailboxId, Kind kind) {
    positions.remove(new MailboxAndKind(mailboxId, kind));
  }

  @Override
  public synchronized Optional<LogPosition> logPosition() {
    return log;
  }

  @Override
  public synchronized void moveLog(LogPosition position) {
    log = Optional.of(position);
  }

  @Override
  public synchronized Runnable savepoint() {
    Map<MailboxAndKind, String> then = Map.copyOf(positions);
    Optional<LogPosition> logThen = log;
    return () -> restore(then, logThen);
  }

  private synchronized void restore(
      Map<MailboxAndKind, String> then, Optional<LogPosition> logThen) {
    positions.clear();
    positions.putAll(then);
    log = logThen;
  }
}
