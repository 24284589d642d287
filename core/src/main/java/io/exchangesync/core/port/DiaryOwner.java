package io.exchangesync.core.port;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The associate whose diary is synchronized.
 *
 * @param personId associate.person_id; 0 for a resource
 * @param groupId associate.group_idx
 * @param zone the user's zone (preference Defaults/DefaultTimeZone, associate.tzLocationId), else
 *     the base zone
 * @param tzLocationId TZLocation_id of that zone; 0 = base zone
 * @param allDayStart preference DiaryView/AllDayStartTime, in the owner's zone
 * @param allDayEnd preference DiaryView/AllDayEndTime, in the owner's zone
 */
public record DiaryOwner(
    int associateId,
    String name,
    int personId,
    int groupId,
    ZoneId zone,
    int tzLocationId,
    LocalTime allDayStart,
    LocalTime allDayEnd) {
  public DiaryOwner {
    Objects.requireNonNull(name);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(allDayStart);
    Objects.requireNonNull(allDayEnd);
  }
}
