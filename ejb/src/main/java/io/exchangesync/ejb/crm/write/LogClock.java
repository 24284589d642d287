package io.exchangesync.ejb.crm.write;

import io.exchangesync.ejb.crm.CrmSettings.LogTime;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTransactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Now, in the two forms SuperOffice wants: UTC for stamps, and what this installation writes into
 * {@code ttime} (rule 14; measured as in section 10).
 */
public final class LogClock {
  private static final int SAMPLES = 20;

  private final CrmTransactions transactions;
  private final CrmSchema schema;
  private final Clock clock;
  private final Supplier<ZoneId> baseZone;
  private final LogTime setting;
  private volatile LogTime measured = LogTime.AUTO;

  /**
   * A clock.
   *
   * @param baseZone zone of SuperOffice's wall times, which local log times are written in
   */
  public LogClock(
      CrmTransactions transactions,
      CrmSchema schema,
      Clock clock,
      Supplier<ZoneId> baseZone,
      LogTime setting) {
    this.transactions = transactions;
    this.schema = schema;
    this.clock = clock;
    this.baseZone = baseZone;
    this.setting = setting;
  }

  LocalDateTime nowUtc() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
  }

  LocalDateTime logTime() {
    if (mode() == LogTime.UTC) {
      return nowUtc();
    }
    return LocalDateTime.ofInstant(clock.instant(), baseZone.get()).truncatedTo(ChronoUnit.SECONDS);
  }

  private LogTime mode() {
    if (setting != LogTime.AUTO) {
      return setting;
    }
    if (measured == LogTime.AUTO) {
      measured = transactions.separate(this::measure);
    }
    return measured;
  }

  private LogTime measure(Connection connection) throws SQLException {
    String sql =
        "SELECT l.[ttime], a.[registered] FROM "
            + schema.table("traveltransactionlog").sql()
            + " l JOIN "
            + schema.table("appointment").sql()
            + " a ON a.[appointment_id] = l.[record_id]"
            + " WHERE l.[tablenumber] = 9 AND l.[type] = 4352"
            + " ORDER BY l.[traveltransactionlog_id] DESC";
    int utc = 0;
    int local = 0;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setMaxRows(SAMPLES);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          LocalDateTime logged = rows.getObject(1, LocalDateTime.class);
          LocalDateTime registered = rows.getObject(2, LocalDateTime.class);
          LocalDateTime wall =
              LocalDateTime.ofInstant(registered.toInstant(ZoneOffset.UTC), baseZone.get());
          if (near(logged, registered) && !near(wall, registered)) {
            utc++;
          } else if (near(logged, wall)) {
            local++;
          }
        }
      }
    }
    return utc > local ? LogTime.UTC : LogTime.LOCAL;
  }

  private static boolean near(LocalDateTime one, LocalDateTime other) {
    return Duration.between(one, other).abs().compareTo(Duration.ofMinutes(10)) < 0;
  }
}
