package io.exchangesync.batch.keeping;

import io.exchangesync.batch.BatchMessages;
import io.exchangesync.core.model.Mailbox;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * Step of housekeeping: endless series reach the end of the window again.
 *
 * <p>They are filed as changes; job appointments writes them. A mailbox that can't be looked at
 * delays no other one.
 */
@Named
@Dependent
public class GrowingSeries extends AbstractBatchlet {
  private static final int PAGE = 500;

  @Inject private SeriesKeeper keeper;
  private volatile boolean stopped;

  @Override
  public String process() {
    int filed = 0;
    int after = 0;
    List<Mailbox> page;
    do {
      page = keeper.page(after, PAGE);
      for (Mailbox mailbox : page) {
        after = mailbox.id();
        filed += stopped ? 0 : file(mailbox);
      }
    } while (page.size() == PAGE && !stopped);
    String told = filed + " series grow";
    BatchMessages.LOG.keptHouse("series", told);
    return told;
  }

  private int file(Mailbox mailbox) {
    try {
      return keeper.file(mailbox);
    } catch (RuntimeException e) {
      BatchMessages.LOG.mailboxNotKept(mailbox.id(), mailbox.address(), e.toString());
      return 0;
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
