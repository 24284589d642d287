package io.exchangesync.batch;

import io.exchangesync.batch.work.WriterNews;
import io.exchangesync.core.engine.LeaseLost;
import io.exchangesync.core.engine.Refusal;
import io.exchangesync.core.model.Mailbox;

/** Writes the news of a writer to the log; a failure that is no SQL error with its stack trace. */
final class LoggedNews implements WriterNews {

  @Override
  public void lost(LeaseLost lost) {
    BatchMessages.LOG.leaseLost(lost.getMessage());
  }

  @Override
  public void refused(Mailbox mailbox, Refusal refusal) {
    if (refusal.cause().getCause() instanceof RuntimeException unforeseen) {
      BatchMessages.LOG.writeFailedUnforeseen(
          unforeseen, mailbox.id(), mailbox.address(), refusal.text());
    } else {
      BatchMessages.LOG.writeRefused(mailbox.id(), mailbox.address(), refusal.text());
    }
  }
}
