package io.exchangesync.batch.keeping;

import io.exchangesync.core.engine.OutgrownSeries;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.Mailbox;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Files what grows with the window, one mailbox in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SeriesKeeper {
  @Inject private Ports ports;

  /** Mailboxes by id. */
  public List<Mailbox> page(int after, int limit) {
    return ports.mailboxStore().page(after, limit);
  }

  /** Answers how many series of the mailbox were filed. */
  public int file(Mailbox mailbox) {
    return new OutgrownSeries(ports).file(mailbox);
  }
}
