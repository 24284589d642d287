package io.exchangesync.demo.db;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** What every part of the demonstration company shares while its rows are made. */
record DemoContext(DemoPlan plan, DemoRows rows, Random random) {
  /** The zone SuperOffice's wall times are kept in. */
  static final ZoneId BASE = ZoneId.of("Europe/Oslo");

  static final int RECENT_DAYS = 14;

  /** The moment at which the demonstration database is made, in UTC. */
  LocalDateTime now() {
    return plan.today().atTime(6, 0);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** A creation moment some time before {@code until}, in UTC. */
  LocalDateTime before(LocalDateTime until, int maxDays) {
    return until
        .minusDays(between(1, maxDays))
        .withHour(between(6, 15))
        .withMinute(between(0, 59))
        .withSecond(between(0, 59))
        .withNano(0);
  }

  static LocalDateTime inBaseZone(LocalDateTime wall, ZoneId zone) {
    return wall.atZone(zone).withZoneSameInstant(BASE).toLocalDateTime();
  }

  /** Logs the insert of a recent row, as SuperOffice's clients do: time in the base zone. */
  void logInsert(int tableNumber, int record, LocalDateTime registeredUtc, int associate) {
    if (registeredUtc.isBefore(now().minusDays(RECENT_DAYS))) {
      return;
    }
    rows.add("traveltransactionlog")
        .set("ttime", inBaseZone(registeredUtc, ZoneId.of("UTC")))
        .set("type", 4352)
        .set("associate_id", associate)
        .set("tablenumber", tableNumber)
        .set("record_id", record)
        .set("application_id", 2147483647);
  }
}
