package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A participant's row that declines, or does so no more: its master counts it (rule 46). */
final class PlannedReply implements PlannedWrite {
  private final PlannedWrite child;
  private final RowGuard master;
  private final int actor;

  /**
   * @param master changes rejectCounter of the master as it was read
   */
  PlannedReply(PlannedWrite child, RowGuard master, int actor) {
    this.child = child;
    this.master = master;
    this.actor = actor;
  }

  @Override
  public void count(KeyNeeds needs) {
    child.count(needs);
    needs.log(1);
  }

  @Override
  public List<RowGuard> locks() {
    return List.of(master);
  }

  @Override
  public Optional<CrmOutcome> perform(WriteContext context) throws SQLException {
    if (!context.lock(locks())) {
      return Optional.of(new CrmOutcome.ChangedMeanwhile());
    }
    Optional<CrmOutcome> outcome = child.perform(context);
    if (outcome.isEmpty() && !context.update(LoggedTable.APPOINTMENT, master, actor)) {
      throw new IllegalStateException("a locked booking master was changed meanwhile");
    }
    return outcome;
  }
}
