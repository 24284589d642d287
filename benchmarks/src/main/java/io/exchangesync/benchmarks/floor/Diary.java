package io.exchangesync.benchmarks.floor;

import java.time.LocalDateTime;

/** One appointment on its way; times are wall times of SuperOffice's base zone. */
record Diary(
    String title,
    String agendaHtml,
    String location,
    LocalDateTime start,
    LocalDateTime end,
    boolean allDay,
    boolean free,
    boolean hidden,
    int reminderMinutes,
    String type) {}
