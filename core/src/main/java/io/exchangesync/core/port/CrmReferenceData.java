package io.exchangesync.core.port;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lists and zones of the SuperOffice installation, read at start and refreshed now and then.
 *
 * @param baseZone zone of the base-zone columns (BaseTZLocation; a setting where zones are off)
 * @param types the Task list, retired items included, by rank
 * @param priorityIds live Priority items, most important first (by rank)
 * @param zones TZLocation_id to zone
 */
public record CrmReferenceData(
    ZoneId baseZone,
    List<FollowUpType> types,
    List<Integer> priorityIds,
    Map<Integer, ZoneId> zones) {
  public CrmReferenceData {
    Objects.requireNonNull(baseZone);
    types = List.copyOf(types);
    priorityIds = List.copyOf(priorityIds);
    zones = Map.copyOf(zones);
  }
}
