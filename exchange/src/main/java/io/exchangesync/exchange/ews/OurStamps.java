package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Stamp;

/** Whose stamps make a folder or contact ours: those of this installation for one associate. */
record OurStamps(String installationId, int associateId) {

  boolean include(Stamp stamp) {
    return stamp.installationId().equals(installationId) && stamp.isOf(Kind.SELECTION, associateId);
  }
}
