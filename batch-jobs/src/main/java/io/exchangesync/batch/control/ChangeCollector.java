package io.exchangesync.batch.control;

import io.exchangesync.core.engine.ChangeFeed;
import io.exchangesync.ejb.node.JobGate;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Reads SuperOffice's change log in one transaction, one node at a time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChangeCollector {
  @Inject private JobGate gate;
  @Inject private ChangeFeed feed;

  /** Answers how many changes were filed. */
  public int collect() {
    gate.enterChangeLog();
    return feed.collect();
  }
}
