package io.exchangesync.core.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A contact in the folder of a selection. */
public record MailboxMember(int selectionId, MailboxContact contact) implements MailboxItem {
  public MailboxMember {
    Objects.requireNonNull(contact);
  }

  @Override
  public Optional<ItemVersion> item() {
    return contact.item();
  }

  @Override
  public String subject() {
    return contact.subject();
  }

  @Override
  public String uid() {
    return contact.uid();
  }

  @Override
  public Optional<Stamp> stamp() {
    return contact.stamp();
  }

  @Override
  public Instant lastModified() {
    return contact.lastModified();
  }

  @Override
  public boolean confidential() {
    return contact.confidential();
  }

  @Override
  public MailboxMember withStamp(Optional<Stamp> stamp) {
    return withContact(contact.withStamp(stamp));
  }

  public MailboxMember withContact(MailboxContact newContact) {
    return new MailboxMember(selectionId, newContact);
  }
}
