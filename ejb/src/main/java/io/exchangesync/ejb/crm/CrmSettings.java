package io.exchangesync.ejb.crm;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How this SuperOffice installation is reached and read.
 *
 * @param schema database schema of SuperOffice's tables, normally {@code crm7}
 * @param logTime what {@code traveltransactionlog.ttime} holds (setting crm.log-time)
 * @param baseZoneIfOff base zone where SuperOffice's own time zones are not enabled
 * @param language language code of list names, such as US or NO
 * @param agendaTextType {@code text.type} of a new agenda where no other exists (setting
 *     crm.agenda-text-type)
 * @param overlapIds log ids read again before the position
 * @param overlapTime age of log rows that are read again before the position
 */
public record CrmSettings(
    String schema,
    LogTime logTime,
    ZoneId baseZoneIfOff,
    String language,
    int agendaTextType,
    int overlapIds,
    Duration overlapTime) {

  /** Setting crm.log-time. */
  public enum LogTime {
    /** Measured from rows that SuperOffice's own clients wrote. */
    AUTO,
    UTC,
    LOCAL
  }

  public static final CrmSettings DEFAULTS =
      new CrmSettings(
          "crm7", LogTime.AUTO, ZoneId.of("Europe/Oslo"), "US", 4, 5000, Duration.ofMinutes(15));

  public CrmSettings {
    if (!schema.matches("\\w+")) {
      throw new IllegalArgumentException("not a schema name: " + schema);
    }
    Objects.requireNonNull(logTime);
    Objects.requireNonNull(baseZoneIfOff);
    Objects.requireNonNull(language);
    Objects.requireNonNull(overlapTime);
  }

  /**
   * Reads EXSYNC_DB_SCHEMA, EXSYNC_CRM_LOG_TIME, EXSYNC_CRM_BASE_ZONE, EXSYNC_CRM_LANGUAGE,
   * EXSYNC_CRM_AGENDA_TEXT_TYPE, EXSYNC_CRM_OVERLAP_IDS and EXSYNC_CRM_OVERLAP_MINUTES; what is
   * absent has its default.
   *
   * @throws IllegalArgumentException if a value can't be read
   */
  public static CrmSettings from(Function<String, Optional<String>> environment) {
    return new CrmSettings(
        environment.apply("EXSYNC_DB_SCHEMA").orElse(DEFAULTS.schema),
        environment
            .apply("EXSYNC_CRM_LOG_TIME")
            .map(text -> LogTime.valueOf(text.toUpperCase(Locale.ROOT)))
            .orElse(DEFAULTS.logTime),
        environment.apply("EXSYNC_CRM_BASE_ZONE").map(ZoneId::of).orElse(DEFAULTS.baseZoneIfOff),
        environment.apply("EXSYNC_CRM_LANGUAGE").orElse(DEFAULTS.language),
        environment
            .apply("EXSYNC_CRM_AGENDA_TEXT_TYPE")
            .map(Integer::valueOf)
            .orElse(DEFAULTS.agendaTextType),
        environment
            .apply("EXSYNC_CRM_OVERLAP_IDS")
            .map(Integer::valueOf)
            .orElse(DEFAULTS.overlapIds),
        environment
            .apply("EXSYNC_CRM_OVERLAP_MINUTES")
            .map(Integer::valueOf)
            .map(Duration::ofMinutes)
            .orElse(DEFAULTS.overlapTime));
  }

  public CrmSettings withSchema(String name) {
    return new CrmSettings(
        name, logTime, baseZoneIfOff, language, agendaTextType, overlapIds, overlapTime);
  }

  public CrmSettings withLogTime(LogTime mode) {
    return new CrmSettings(
        schema, mode, baseZoneIfOff, language, agendaTextType, overlapIds, overlapTime);
  }
}
