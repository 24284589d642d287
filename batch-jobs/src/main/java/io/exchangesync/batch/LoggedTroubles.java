package io.exchangesync.batch;

import io.exchangesync.batch.work.RunCounts;
import io.exchangesync.batch.work.Troubles;
import io.exchangesync.core.engine.Engine;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.SyncException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;

/** Writes failures of mailboxes to the run's counts, the mailbox and the log. */
@Stateless
public class LoggedTroubles implements Troubles {
  @Inject private Ports ports;

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void note(long run, Claim claim, SyncException failure) {
    Mailbox mailbox = claim.mailbox();
    if (failure.getCause() instanceof RuntimeException unforeseen) {
      BatchMessages.LOG.mailboxFailedUnforeseen(unforeseen, mailbox.id(), mailbox.address());
    } else {
      BatchMessages.LOG.mailboxFailed(mailbox.id(), mailbox.address(), failure.getMessage());
    }
    ports.journal().count(run, mailbox.id(), claim.kind(), Map.of(RunCounts.tally(failure), 1));
    new Engine(ports).afterFailure(mailbox, failure).ifPresent(ports.mailboxStore()::save);
  }
}
