package io.exchangesync.demo.db;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** The time zones of the demonstration database and the base zone, Norway. */
final class DemoZones {
  private static final LocalDateTime START = LocalDateTime.of(1996, 1, 1, 0, 0);

  private record Zone(
      String code, int country, String cities, int bias, String dstStart, String dstEnd) {}

  private static final Zone[] ZONES = {
    new Zone("NO", 578, "Oslo, Bergen", 60, "0200 LST-SUN-MAR", "0300 LST-SUN-OCT"),
    new Zone("SE", 752, "Stockholm", 60, "0200 LST-SUN-MAR", "0300 LST-SUN-OCT"),
    new Zone("DK", 208, "København", 60, "0200 LST-SUN-MAR", "0300 LST-SUN-OCT"),
    new Zone("DE", 276, "Berlin, München", 60, "0200 LST-SUN-MAR", "0300 LST-SUN-OCT"),
    new Zone("NL", 528, "Amsterdam", 60, "0200 LST-SUN-MAR", "0300 LST-SUN-OCT"),
    new Zone("UK", 826, "London, Edinburgh", 0, "0100 LST-SUN-MAR", "0200 LST-SUN-OCT"),
    new Zone("US-NY", 840, "New York, Albany", -300, "0200 2ND-SUN-MAR", "0200 1ST-SUN-NOV"),
    new Zone("UTC", 0, "", 0, "", "")
  };

  private final Map<String, Integer> ids = new LinkedHashMap<>();

  DemoZones(DemoContext demo) {
    DemoRows rows = demo.rows();
    for (Zone zone : ZONES) {
      Row location =
          rows.add("TZLocation")
              .set("countryId", zone.country())
              .set("locationCode", zone.code())
              .set("regionName", zone.code())
              .set("cities", zone.cities())
              .set("shortName", zone.code())
              .set("isBuiltIn", 1)
              .set("isActive", 1)
              .registered(START, 0);
      ids.put(zone.code(), location.id());
      rows.add("TZStdRule")
          .set("TZLocationId", location.id())
          .set("validFrom", START)
          .set("bias", zone.bias())
          .set("isBuiltIn", 1)
          .registered(START, 0);
      if (!zone.dstStart().isEmpty()) {
        rows.add("TZDstRule")
            .set("TZLocationId", location.id())
            .set("validFrom", START)
            .set("bias", zone.bias() + 60)
            .set("startRule", zone.dstStart())
            .set("endRule", zone.dstEnd())
            .set("isBuiltIn", 1)
            .registered(START, 0);
      }
    }
    rows.add("BaseTZLocation")
        .set("TZLocation_id", ids.get("NO"))
        .set("validFrom", START)
        .set("databaseId", 0)
        .set("description", "Head office")
        .registered(START, 0);
  }

  int id(String code) {
    return ids.get(code);
  }
}
