package io.exchangesync.core.settings;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.settings.SyncSettings.Direction;
import java.util.Map;
import java.util.Objects;

/**
 * What can be set for one kind alone.
 *
 * @param directions settings direction.appointment, direction.task ...; a kind without one follows
 *     {@code direction}
 */
public record KindSettings(
    TaskSettings tasks, MeetingSettings meetings, Map<Kind, Direction> directions) {
  public static final KindSettings DEFAULTS =
      new KindSettings(TaskSettings.DEFAULTS, MeetingSettings.DEFAULTS, Map.of());

  public KindSettings {
    Objects.requireNonNull(tasks);
    Objects.requireNonNull(meetings);
    directions = Map.copyOf(directions);
  }

  /** The same with no attendees written. */
  KindSettings silent() {
    return new KindSettings(tasks, meetings.silent(), directions);
  }
}
