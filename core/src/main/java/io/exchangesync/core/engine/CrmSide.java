package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.port.CrmHead;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SuperOffice's records of one kind, as one mailbox sees them. */
final class CrmSide {
  private final Ports ports;
  private final PlanContext context;

  CrmSide(Ports ports, PlanContext context) {
    this.ports = ports;
    this.context = context;
  }

  /** Reads records by key; a key that does not exist is absent from the answer. */
  Map<Integer, CrmRecord> read(Collection<Integer> recordIds) {
    return new HashMap<>(ports.crm().read(recordIds));
  }

  /** The complete list of what may be synchronized with this mailbox. */
  List<CrmHead> list() {
    return ports.crm().list(context.kind(), context.owner().associateId(), context.window());
  }
}
