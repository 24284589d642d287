package io.exchangesync.core.model;

import java.util.Objects;
import java.util.Optional;

/**
 * One CRM record and one mailbox item known to be the same thing, for one mailbox.
 *
 * <p>A closed link stays as a tombstone, so that a late event about it is recognised.
 *
 * @param key database key of the link; 0 until stored
 * @param linkId random id that stands in both stamps
 * @param recordId SuperOffice key (appointment.appointment_id)
 * @param uid event UID as the mailbox gave it; "" if unknown
 * @param crmVersion {@link CrmAppointment#version()} both sides last agreed on
 * @param recordKeys text and VisibleFor keys, to resolve deletes in the change log
 */
public record Link(
    int key,
    String linkId,
    int mailboxId,
    Kind kind,
    int recordId,
    Optional<ItemVersion> item,
    String uid,
    String crmVersion,
    CrmKeys recordKeys,
    Base base,
    State state) {

  /** Whether the link is followed. */
  public enum State {
    LIVE,
    /**
     * One side left this mailbox on purpose (declined, other owner): not followed, not forgotten.
     */
    LET_GO,
    CLOSED
  }

  public Link {
    Objects.requireNonNull(linkId);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(item);
    Objects.requireNonNull(uid);
    Objects.requireNonNull(crmVersion);
    Objects.requireNonNull(recordKeys);
    Objects.requireNonNull(base);
    Objects.requireNonNull(state);
  }

  public Link withKey(int newKey) {
    return new Link(
        newKey, linkId, mailboxId, kind, recordId, item, uid, crmVersion, recordKeys, base, state);
  }

  public Link withItem(ItemVersion version) {
    return new Link(
        key,
        linkId,
        mailboxId,
        kind,
        recordId,
        Optional.of(version),
        uid,
        crmVersion,
        recordKeys,
        base,
        state);
  }

  public Link withUid(String newUid) {
    return new Link(
        key, linkId, mailboxId, kind, recordId, item, newUid, crmVersion, recordKeys, base, state);
  }

  public Link withRecord(int newRecordId, String newCrmVersion, CrmKeys newKeys) {
    return new Link(
        key, linkId, mailboxId, kind, newRecordId, item, uid, newCrmVersion, newKeys, base, state);
  }

  public Link withBase(Base newBase) {
    return new Link(
        key, linkId, mailboxId, kind, recordId, item, uid, crmVersion, recordKeys, newBase, state);
  }

  public Link withState(State newState) {
    return new Link(
        key, linkId, mailboxId, kind, recordId, item, uid, crmVersion, recordKeys, base, newState);
  }
}
