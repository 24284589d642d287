package io.exchangesync.core.engine;

/** Another owner has the mailbox: nothing of the chunk may be committed (invariant I11). */
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost(int mailboxId, int epoch) {
    super("The lease of mailbox " + mailboxId + " with epoch " + epoch + " was lost.");
  }
}
