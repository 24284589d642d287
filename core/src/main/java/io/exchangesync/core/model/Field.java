package io.exchangesync.core.model;

/** One mapped property; the unit of comparison, merge, journal and explain. */
public enum Field {
  /** Start, end and all-day flag together, so that two moves never mix. */
  WHEN,
  /** The day a task is due. */
  DUE,
  /** Not started, started or completed, with the day of completion. */
  STATUS,
  SUBJECT,
  /**
   * What the subject carries around the title (company, person, type), by setting {@code
   * subject.format}.
   */
  DECORATION,
  BODY,
  LOCATION,
  REMINDER,
  FREE_BUSY,
  PRIVACY,
  CATEGORY,
  IMPORTANCE,
  /** Company, person, project and sale the follow-up concerns. */
  CRM_REFERENCES,
  /** On which dates a series takes place. */
  PATTERN,
  /** Dates of a series that differ from the rest: moved, edited, deleted; merged date by date. */
  EXCEPTIONS,
  /** Who is invited, and what they replied. */
  PARTICIPANTS,
  /** The diary owner's own reply. */
  RESPONSE
}
