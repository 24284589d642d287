package io.exchangesync.core.port;

import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Stamp;
import java.util.Set;

/**
 * One write to SuperOffice; each obeys schema section 4 rule by rule, change-log rows and stamps
 * included.
 */
public sealed interface CrmWrite {

  /**
   * A new diary row with text and VisibleFor rows.
   *
   * @param value recordId is one that {@link CrmGateway#reserve} gave; keys, stamps and version are
   *     ignored
   */
  record Create(CrmRecord value, Stamp stamp) implements CrmWrite {}

  /**
   * Writes the columns that differ between the two, on the condition that the rows are still as
   * {@code before} was read (updated, and each changed column); no other column is touched.
   */
  record Update(CrmRecord before, CrmRecord after) implements CrmWrite {}

  /**
   * Turns a single row into a series or a series into a single row, on the condition that the rows
   * are still as {@code before} was read: the row that both have keeps its key and what hangs on
   * it, the other dates are made or deleted, the stamp takes the place of the old record's.
   *
   * @param after as a series with a key that {@link CrmGateway#reserveSeries} gave
   * @param kept rows of a series that stay with their rule, which then ends with the last of them
   */
  record Turn(CrmRecord before, CrmRecord after, Set<Integer> kept, Stamp stamp)
      implements CrmWrite {
    public Turn {
      kept = Set.copyOf(kept);
    }
  }

  /** Deletes the rows by sync-rules 7a, on the condition that they are still as read. */
  record Delete(CrmRecord before) implements CrmWrite {}

  /**
   * Stamps a row that was not made by us (foreignapp, foreigndevice, foreignkey), replacing an
   * older stamp of ours.
   */
  record PutStamp(int recordId, Stamp stamp) implements CrmWrite {}
}
