package io.exchangesync.core.model;

import java.util.Objects;
import java.util.Optional;

/** What one side says about one thing now. */
public sealed interface Observation<T> {

  /** It is there, with this content. */
  record Present<T>(T value) implements Observation<T> {
    public Present {
      Objects.requireNonNull(value);
    }
  }

  /** An explicit delete event, or absence from a complete listing (invariant I3). */
  record Deleted<T>() implements Observation<T> {}

  /** Never existed on this side: the thing is new on the other one. */
  record Absent<T>() implements Observation<T> {}

  /** The side could not say; nothing may be concluded from it. */
  record Unknown<T>(String why) implements Observation<T> {}

  /** The content, if the side has the thing. */
  default Optional<T> content() {
    return this instanceof Present<T> present ? Optional.of(present.value()) : Optional.empty();
  }
}
