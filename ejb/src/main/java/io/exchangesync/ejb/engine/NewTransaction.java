package io.exchangesync.ejb.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** A transaction around some work, whatever the caller has open. */
@ApplicationScoped
public class NewTransaction {

  /** Commits when the work returns, rolls back when it throws. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T call(Supplier<T> work) throws Exception {
    return work.get();
  }
}
