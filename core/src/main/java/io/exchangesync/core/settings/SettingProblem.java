package io.exchangesync.core.settings;

import java.util.Objects;

/**
 * A setting that can't be taken as it is.
 *
 * @param allowed what could stand there instead
 */
public record SettingProblem(String key, String value, String allowed) {
  public SettingProblem {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
    Objects.requireNonNull(allowed);
  }

  /** The problem in one sentence. */
  public String text() {
    return "Setting " + key + " is \"" + value + "\"; allowed is " + allowed + ".";
  }
}
