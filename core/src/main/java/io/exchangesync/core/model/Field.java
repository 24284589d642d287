package io.exchangesync.core.model;

/** One mapped property of an appointment; the unit of comparison, merge, journal and explain. */
public enum Field {
  /** Start, end and all-day flag together, so that two moves never mix. */
  WHEN,
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
  CRM_REFERENCES
}
