package io.exchangesync.exchange.ews;

/** By which right a connection works in a mailbox. */
public enum Access {
  /** Management role ApplicationImpersonation (Exchange Server) or an application permission. */
  IMPERSONATION,
  /** Full Access or Editor on the mailbox; no impersonation header, folder ids name the mailbox. */
  DELEGATION,
  /** The account that signs in is the mailbox's owner. */
  OWN_MAILBOX
}
