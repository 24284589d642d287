package io.exchangesync.core.engine;

import io.exchangesync.core.mapping.Replies;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.port.Claim;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bookings that a mailbox's owner takes part in: the organizer's rows, his own, and their links.
 */
final class Bookings {
  private final Ports ports;
  private final int owner;
  private final Claim claim;
  private final Map<Integer, CrmAppointment> rows = new HashMap<>();

  /**
   * @param owner associate of the mailbox
   */
  Bookings(Ports ports, int owner, Claim claim) {
    this.ports = ports;
    this.owner = owner;
    this.claim = claim;
  }

  /** Forgets what was read and reads these masters at once. */
  void read(Collection<Integer> masters) {
    rows.clear();
    rows.putAll(ports.crm().read(masters));
  }

  /** A record as the organizer has it. */
  Optional<CrmAppointment> row(int recordId) {
    if (!rows.containsKey(recordId)) {
      rows.putAll(ports.crm().read(List.of(recordId)));
    }
    return Optional.ofNullable(rows.get(recordId));
  }

  /** The owner's row of the booking that the item's UID names. */
  Optional<CrmAppointment> booked(MailboxAppointment item, Mailbox organizer) {
    return ports.links().byUids(claim.kind(), List.of(item.uid())).stream()
        .filter(link -> link.mailboxId() == organizer.id())
        .findFirst()
        .flatMap(link -> row(link.recordId()))
        .filter(master -> master.series().isPresent() == item.series().isPresent())
        .flatMap(this::mine)
        .flatMap(this::own);
  }

  /** The record of the owner's part in a booking: his row, or his rows of a series. */
  private Optional<Integer> mine(CrmAppointment master) {
    return Neighbours.rows(master)
        .flatMap(row -> row.booking().stream())
        .flatMap(booking -> booking.participants().stream())
        .filter(one -> one.associateId() == owner && one.status() != Replies.CANCELLED)
        .filter(one -> one.rowId() != 0)
        .findFirst()
        .map(one -> master.series().isPresent() ? master.motherRecord() : one.rowId());
  }

  private Optional<CrmAppointment> own(int recordId) {
    return Optional.ofNullable(ports.crm().readIn(owner, List.of(recordId)).get(recordId));
  }

  /** Whether the participant's row has no item yet and its owner still takes part. */
  boolean free(CrmAppointment child) {
    boolean takesPart =
        Neighbours.rows(child)
            .anyMatch(row -> row.status() != Replies.DECLINED && row.status() != Replies.CANCELLED);
    return takesPart && live(claim.mailbox(), child.recordId()).isEmpty();
  }

  /** The live link of a record in a mailbox. */
  Optional<Link> live(Mailbox mailbox, int recordId) {
    return ports.links().byRecords(mailbox.id(), claim.kind(), List.of(recordId)).stream()
        .filter(link -> link.state() == Link.State.LIVE)
        .findFirst();
  }
}
