package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.MailboxEntry;
import io.exchangesync.core.model.Stamp;
import java.util.List;
import java.util.Optional;

/** What appointments and tasks write alike, in the two places that the schema has for it. */
final class EntryFields {
  private EntryFields() {}

  /** Subject, sensitivity, body, categories and importance, as far as they differ. */
  static void beforeReminder(
      FieldSet fields, Optional<? extends MailboxEntry> old, MailboxEntry value) {
    if (!old.map(MailboxEntry::subject).equals(Optional.of(value.subject()))) {
      fields.text("item:Subject", value.subject());
    }
    if (!old.map(MailboxEntry::sensitivity).equals(Optional.of(value.sensitivity()))) {
      fields.sensitivity(value.sensitivity());
    }
    if (!old.map(MailboxEntry::body).equals(Optional.of(value.body()))) {
      fields.body(value.body());
    }
    if (!old.map(MailboxEntry::categories).orElse(List.of()).equals(value.categories())) {
      fields.categories(value.categories());
    }
    if (!old.map(MailboxEntry::importance).equals(Optional.of(value.importance()))) {
      fields.importance(value.importance());
    }
  }

  /** Stamp and references, as far as they differ. */
  static void named(FieldSet fields, Optional<? extends MailboxEntry> old, MailboxEntry value) {
    Optional<Stamp> oldStamp = old.flatMap(MailboxEntry::stamp);
    if (!oldStamp.equals(value.stamp())) {
      fields.named(Property.STAMP, value.stamp().map(Stamp::encoded));
    }
    CrmReferences oldReferences = old.map(MailboxEntry::references).orElse(CrmReferences.NONE);
    if (!oldReferences.equals(value.references())) {
      fields.named(Property.REFERENCES, References.encode(value.references()));
    }
  }
}
