package io.exchangesync.core.port;

import io.exchangesync.core.model.Kind;
import java.util.Objects;

/**
 * One record that the change log names, after text and VisibleFor rows were resolved to their
 * appointment.
 *
 * @param recordId a row of a series names the series while the row exists; a row that is gone names
 *     itself, and the series is found through the links; a selection is named as soon as a member
 *     comes or goes, 0 = the log does not say which one
 * @param kind what the record is now; a deleted one is found in whatever kind it was linked as
 * @param associateId whose diary it is in now; for a delete or an owner change also former owners,
 *     one touch each; 0 = unknown (a deleted row's owner), to be found through the links
 */
public record CrmTouch(Kind kind, int recordId, int associateId, Change change) {

  /** What the log said. */
  public enum Change {
    WRITTEN,
    DELETED
  }

  public CrmTouch {
    Objects.requireNonNull(change);
  }
}
