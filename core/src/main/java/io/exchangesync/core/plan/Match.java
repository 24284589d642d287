package io.exchangesync.core.plan;

/** How the two sides of a candidate without a link were brought together. */
public enum Match {
  /** Only one side has it. */
  NONE,
  /** Only one side has it: a copy of a synchronized item. */
  COPY,
  /** Only one side has it: what a recurring task shows since an occurrence left it. */
  NEXT_OCCURRENCE,
  STAMP,
  CONTENT,
  /** The meeting's UID names the participant's row. */
  IDENTITY,
  /** Could belong to several: never guessed. */
  AMBIGUOUS
}
