package io.exchangesync.core.port;

import io.exchangesync.core.model.Kind;
import java.util.List;

/** What waits for a person, and why. */
public interface HoldStore {

  /** Open and released holds of one mailbox and kind. */
  List<Hold> active(int mailboxId, Kind kind);

  /**
   * Opens holds; one that is already open for the same link, record or item is brought up to date
   * instead.
   */
  void open(List<Hold> holds);

  /** Closes holds whose reason is gone. */
  void close(List<Hold> holds);
}
