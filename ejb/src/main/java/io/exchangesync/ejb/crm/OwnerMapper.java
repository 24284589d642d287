package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.ejb.crm.entity.AssociateEntity;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds each owner's zone and all-day hours: personal preference, then associate, then the system's
 * preference, then the base zone.
 */
final class OwnerMapper {
  private static final LocalTime DAY_START = LocalTime.of(8, 0);
  private static final LocalTime DAY_END = LocalTime.of(16, 0);
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?:[:.]\\d{2})?");

  private final CrmReferenceData data;
  private final Preferences preferences;
  private final Map<String, Integer> zoneCodes;

  OwnerMapper(CrmReferenceData data, Preferences preferences, Map<String, Integer> zoneCodes) {
    this.data = data;
    this.preferences = preferences;
    this.zoneCodes = zoneCodes;
  }

  Map<Integer, DiaryOwner> owners(List<AssociateEntity> associates) {
    Map<Integer, DiaryOwner> owners = new HashMap<>();
    for (AssociateEntity each : associates) {
      int location = location(each);
      ZoneId zone = data.zones().getOrDefault(location, data.baseZone());
      owners.put(
          each.id(),
          new DiaryOwner(
              each.id(),
              each.name(),
              each.type() == 0 ? each.personId() : 0,
              each.groupId(),
              zone,
              data.zones().containsKey(location) ? location : 0,
              hour(each, "AllDayStartTime", DAY_START),
              hour(each, "AllDayEndTime", DAY_END)));
    }
    return owners;
  }

  private int location(AssociateEntity each) {
    Optional<Preferences.Value> preference =
        preferences.of("Defaults", "DefaultTimeZone", each.id(), each.groupId());
    boolean personal = preference.filter(p -> p.level() >= Preferences.GROUP).isPresent();
    if (!personal && each.tzLocationId() != 0) {
      return each.tzLocationId();
    }
    return preference.map(p -> locationOf(p.text())).orElse(0);
  }

  private int locationOf(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : zoneCodes.getOrDefault(text, 0);
  }

  private LocalTime hour(AssociateEntity each, String key, LocalTime otherwise) {
    return preferences
        .of("DiaryView", key, each.id(), each.groupId())
        .flatMap(value -> parse(value.text()))
        .orElse(otherwise);
  }

  private static Optional<LocalTime> parse(String text) {
    Matcher matcher = CLOCK.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
