package io.exchangesync.core.model;

/** What kind of thing is synchronized; each kind has a job, leases and cursors of its own. */
public enum Kind {
  APPOINTMENT,
  TASK,
  CONTACT,
  SELECTION
}
