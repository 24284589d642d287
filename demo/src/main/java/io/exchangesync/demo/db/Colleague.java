package io.exchangesync.demo.db;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * An employee of the demonstration company as other rows refer to it.
 *
 * @param associate key in table associate
 * @param zoneId key in table TZLocation
 * @param allDayStart and {@code allDayEnd}: hours of all-day follow-ups, in the employee's zone
 */
record Colleague(
    int associate,
    int person,
    int group,
    String email,
    int zoneId,
    ZoneId zone,
    String language,
    LocalTime allDayStart,
    LocalTime allDayEnd) {}
