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
  /** Who is invited and not known in SuperOffice, as a line of text there. */
  OUTSIDERS,
  /** The diary owner's own reply. */
  RESPONSE,
  DISPLAY_NAME,
  FILE_AS,
  FORM_OF_ADDRESS,
  FIRST_NAME,
  MIDDLE_NAME,
  LAST_NAME,
  JOB_TITLE,
  BIRTHDAY,
  COMPANY,
  DEPARTMENT,
  BUSINESS_ADDRESS,
  OTHER_ADDRESS,
  HOME_ADDRESS,
  EMAIL_1,
  EMAIL_2,
  EMAIL_3,
  BUSINESS_PHONE_1,
  BUSINESS_PHONE_2,
  MOBILE_PHONE,
  HOME_PHONE,
  PAGER,
  HOME_FAX,
  BUSINESS_FAX,
  HOME_PAGE,
  /** Categories that name the selections a contact comes from. */
  SELECTIONS,
  /** Whether a selection is a folder or a group. */
  SHOWN_AS,
  /** E-mail addresses of a group of contacts. */
  MEMBERS
}
