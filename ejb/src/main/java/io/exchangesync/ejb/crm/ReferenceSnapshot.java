package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.Associate;
import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.DiaryOwner;
import java.util.List;
import java.util.Map;

/** Lists, zones, users and diary owners as they were at one moment; associates by id. */
public record ReferenceSnapshot(
    CrmReferenceData data, Map<Integer, DiaryOwner> owners, List<Associate> associates) {
  public ReferenceSnapshot {
    owners = Map.copyOf(owners);
    associates = List.copyOf(associates);
  }
}
