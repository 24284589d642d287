package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One write, decided but not yet done: what keys it takes, and how it is done. */
interface PlannedWrite {

  /** Says how many keys {@link #perform} will take at most. */
  void count(KeyNeeds needs);

  /** Rows that have to stand as they were read; {@link #perform} locks them before it writes. */
  default List<RowGuard> locks() {
    return List.of();
  }

  /** Does it; empty if the rows are to be read for their new version, else the outcome. */
  Optional<CrmOutcome> perform(WriteContext context) throws SQLException;

  /** A write that ends without doing anything. */
  static PlannedWrite ended(CrmOutcome outcome) {
    return new PlannedWrite() {
      @Override
      public void count(KeyNeeds needs) {
        needs.log(0);
      }

      @Override
      public Optional<CrmOutcome> perform(WriteContext context) {
        return Optional.of(outcome);
      }
    };
  }
}
