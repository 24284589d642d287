package io.exchangesync.core.port;

import java.util.Objects;
import java.util.Optional;

/** The outcome for one item of a batch. */
public sealed interface Answer<T> {

  /** It worked. */
  record Ok<T>(T value) implements Answer<T> {
    public Ok {
      Objects.requireNonNull(value);
    }
  }

  /** This item failed; its neighbours are not affected. */
  record Failed<T>(ItemProblem problem) implements Answer<T> {
    public Failed {
      Objects.requireNonNull(problem);
    }
  }

  default Optional<T> result() {
    return this instanceof Ok<T> ok ? Optional.of(ok.value()) : Optional.empty();
  }

  default Optional<ItemProblem> failure() {
    return this instanceof Failed<T> failed ? Optional.of(failed.problem()) : Optional.empty();
  }
}
