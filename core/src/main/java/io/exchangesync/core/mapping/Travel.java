package io.exchangesync.core.mapping;

/** Which way changes of one field travel. */
public enum Travel {
  BOTH,
  TO_MAILBOX,
  TO_CRM,
  NONE
}
