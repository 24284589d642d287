package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a slice wrote to the mailbox, and whether the mailbox's changes since are that and nothing
 * else.
 *
 * <p>A server tells nothing of an item that was made and deleted since a position. So the position
 * is moved behind our own creates at once, and one that is missing by then is known to have been
 * deleted by somebody (invariant I2).
 */
final class Echo {
  private final Map<ItemId, String> written = new HashMap<>();
  private final Set<ItemId> created = new HashSet<>();
  private final Set<ItemId> removed = new HashSet<>();
  private final Set<ItemId> split = new HashSet<>();

  /**
   * What was heard.
   *
   * @param position behind our own writes, if nobody else changed anything; else empty
   * @param missing items that we created and that are gone
   * @param goingOn recurring tasks that show their next occurrence since we finished one, to be
   *     looked at because the position moves behind them
   */
  record Heard(Optional<String> position, List<ItemId> missing, List<ItemId> goingOn) {}

  void wrote(MailboxWrite write, ItemVersion version) {
    if (write instanceof MailboxWrite.Delete || declines(write) || leavesOnly(write)) {
      removed.add(version.id());
      return;
    }
    written.put(version.id(), version.changeKey());
    if (write instanceof MailboxWrite.Update update
        && !update.before().version().id().equals(version.id())) {
      split.add(update.before().version().id());
    }
    if (write instanceof MailboxWrite.LeaveFolder leave) {
      split.add(leave.folder().version().id());
    }
    if (write instanceof MailboxWrite.Create) {
      created.add(version.id());
    }
  }

  private static boolean leavesOnly(MailboxWrite write) {
    return write instanceof MailboxWrite.LeaveFolder leave && leave.group().isEmpty();
  }

  private static boolean declines(MailboxWrite write) {
    return write instanceof MailboxWrite.Reply reply
        && reply.response() == Meeting.Response.DECLINED;
  }

  boolean silent() {
    return written.isEmpty() && removed.isEmpty();
  }

  /** Reads the changes since a position to their end; talks to the mailbox. */
  Heard listen(MailboxSession session, String since) {
    Set<ItemId> seen = new HashSet<>();
    Set<ItemId> goingOn = new HashSet<>();
    boolean ours = true;
    String position = since;
    while (true) {
      MailboxChanges page = session.changes(Optional.of(position));
      for (ItemHead head : page.present()) {
        seen.add(head.version().id());
        ItemId id = head.version().id();
        if (split.contains(id) || removed.contains(id)) {
          goingOn.add(id);
        } else {
          ours &= head.version().changeKey().equals(written.get(id));
        }
      }
      ours &= removed.containsAll(page.deleted());
      position = page.next();
      if (page.complete()) {
        break;
      }
    }
    List<ItemId> missing = created.stream().filter(id -> !seen.contains(id)).toList();
    boolean clean = ours && missing.isEmpty();
    return clean
        ? new Heard(Optional.of(position), missing, List.copyOf(goingOn))
        : new Heard(Optional.empty(), missing, List.of());
  }
}
