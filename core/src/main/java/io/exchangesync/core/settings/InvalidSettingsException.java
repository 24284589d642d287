package io.exchangesync.core.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that can't be taken as they are; names each key, its value and what is allowed. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<SettingProblem> problems;

  InvalidSettingsException(List<SettingProblem> problems) {
    super(problems.stream().map(SettingProblem::text).collect(Collectors.joining(" ")));
    this.problems = List.copyOf(problems);
  }

  public List<SettingProblem> problems() {
    return problems;
  }
}
