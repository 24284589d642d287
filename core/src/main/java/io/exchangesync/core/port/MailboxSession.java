package io.exchangesync.core.port;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One mailbox's default folder of one kind, for one worker; not thread-safe.
 *
 * <p>Every method may throw a {@link SyncException}. Lists of answers have the order and size of
 * the question. Batches of any size may be given; the session splits them as the server wants.
 */
public interface MailboxSession extends AutoCloseable {

  /**
   * What changed since a position.
   *
   * @param since {@link MailboxChanges#next()} of the page before; empty = from the beginning, a
   *     complete listing
   * @throws SyncException.SyncStateInvalid if the position is not accepted any more
   */
  MailboxChanges changes(Optional<String> since);

  /** Reads whole items, body and stamp included; an item that is gone answers NOT_FOUND. */
  List<Answer<MailboxItem>> read(List<ItemId> ids);

  /** Performs writes one after the other, each alone: a failure of one does not stop the others. */
  List<Answer<ItemVersion>> apply(List<MailboxWrite> writes);

  /** Proves that the folder can be reached and read; throws if not. */
  void probe();

  /**
   * What has to be added to the server's times to get ours, measured with its answers; zero before
   * the first one.
   */
  Duration clockSkew();

  @Override
  void close();
}
