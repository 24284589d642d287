package io.exchangesync.core.mapping;

/** Who takes what both sides changed differently. */
public enum Winner {
  CRM,
  MAILBOX,
  NOBODY
}
