package io.exchangesync.simulator.series;

import java.time.LocalDate;

/** How long a recurrence goes on. */
public sealed interface Range {

  /** For ever. */
  record NoEnd() implements Range {}

  /** Up to this date and including it. */
  record Until(LocalDate end) implements Range {}

  /** So many dates, deleted ones counted. */
  record Times(int count) implements Range {}
}
