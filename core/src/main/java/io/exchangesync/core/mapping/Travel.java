package io.exchangesync.core.mapping;

/** Which way changes of one field travel. */
public enum Travel {
  BOTH,
  TO_MAILBOX,
  TO_CRM,
  /** SuperOffice's value stands: an edit in the mailbox is put back and kept in the journal. */
  PUT_BACK,
  NONE
}
