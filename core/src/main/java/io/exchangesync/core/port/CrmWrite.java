package io.exchangesync.core.port;

import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Stamp;

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

  /** Deletes the rows by sync-rules 7a, on the condition that they are still as read. */
  record Delete(CrmRecord before) implements CrmWrite {}

  /**
   * Stamps a row that was not made by us (foreignapp, foreigndevice, foreignkey), replacing an
   * older stamp of ours.
   */
  record PutStamp(int recordId, Stamp stamp) implements CrmWrite {}
}
