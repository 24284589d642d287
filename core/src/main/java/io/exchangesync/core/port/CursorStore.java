package io.exchangesync.core.port;

import io.exchangesync.core.model.Kind;
import java.util.Optional;

/** How far each side was read; moved last, in the transaction of what was read (invariant I5). */
public interface CursorStore {

  /** Position of the mailbox side ({@link MailboxChanges#next()}); empty = never read. */
  Optional<String> mailboxPosition(int mailboxId, Kind kind);

  void moveMailbox(int mailboxId, Kind kind, String position);

  /** Forgets the position, so that the next run lists the mailbox completely. */
  void resetMailbox(int mailboxId, Kind kind);

  /** Position in SuperOffice's change log, one for the installation. */
  Optional<LogPosition> logPosition();

  void moveLog(LogPosition position);
}
