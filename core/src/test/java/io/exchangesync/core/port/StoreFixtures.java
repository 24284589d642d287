package io.exchangesync.core.port;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Values the store contracts speak of; whole seconds, which every database keeps. */
final class StoreFixtures {
  static final Kind KIND = Kind.APPOINTMENT;
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private StoreFixtures() {}

  static Mailbox aMailbox(int associateId, int rank) {
    return new Mailbox(
        0,
        associateId,
        "a" + associateId + "@example.com",
        Mailbox.BackEnd.EWS,
        Set.of(Kind.APPOINTMENT, Kind.TASK),
        rank,
        Mailbox.State.ACTIVE,
        Optional.empty(),
        NOON);
  }

  static Link aLink(int mailboxId, int recordId, String itemId) {
    Base base =
        new Base(
            FieldValues.none()
                .with(Field.SUBJECT, "Møte \"A\"\nplan")
                .with(Field.WHEN, "2026-03-02"),
            FieldValues.none().with(Field.SUBJECT, "Møte").with(Field.BODY, "x".repeat(10_000)),
            3,
            Set.of(Field.SUBJECT, Field.PRIVACY));
    return new Link(
        0,
        "link-" + mailboxId + "-" + recordId,
        mailboxId,
        KIND,
        recordId,
        Optional.of(new ItemVersion(new ItemId(itemId), "ck1")),
        "uid-" + itemId,
        "v1",
        new CrmKeys(7, 8, 9),
        base,
        Link.State.LIVE);
  }

  static PendingChange aRecordChange(int mailboxId, int recordId) {
    return new PendingChange(0, mailboxId, KIND, recordId, Optional.empty(), false, NOON);
  }

  static PendingChange anItemChange(int mailboxId, String itemId, Instant notBefore) {
    return new PendingChange(
        0, mailboxId, KIND, 0, Optional.of(new ItemId(itemId)), false, notBefore);
  }
}
