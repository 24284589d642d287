package io.exchangesync.core.settings;

import java.util.Objects;
import java.util.Optional;

/**
 * How tasks are translated where they differ from appointments (sync-rules section 6).
 *
 * @param categoryFixed setting category.task: a fixed name; empty = the name of the follow-up type
 * @param typeDefault Task_id for tasks from Outlook; 0 = first live type with record_type 6
 */
public record TaskSettings(Optional<String> categoryFixed, int typeDefault) {
  public static final TaskSettings DEFAULTS = new TaskSettings(Optional.of("SuperOffice Task"), 0);

  public TaskSettings {
    Objects.requireNonNull(categoryFixed);
  }
}
