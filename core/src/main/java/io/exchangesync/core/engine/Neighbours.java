package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.PendingChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the linked mailboxes of a booking's other rows that this mailbox wrote one of them: our own
 * writes are left out of the change log.
 */
final class Neighbours {
  private final Ports ports;
  private final Claim claim;
  private final AddressBook book;
  private final Instant now;

  Neighbours(Ports ports, Claim claim, AddressBook book, Instant now) {
    this.ports = ports;
    this.claim = claim;
    this.book = book;
    this.now = now;
  }

  /**
   * Entries for everybody else on a booking, in the transaction that wrote it.
   *
   * @param before the row as it was read
   */
  List<PendingChange> of(CrmRecord before, int recordId) {
    if (!(before instanceof CrmAppointment row)) {
      return List.of();
    }
    if (row.ties().bookingChild(row.recordId())) {
      return read(row.ties().motherId()).stream()
          .flatMap(master -> entry(master.associateId(), master.recordId()))
          .toList();
    }
    if (!row.bookingMaster()) {
      return List.of();
    }
    Map<Integer, Integer> associates = new LinkedHashMap<>();
    Stream.concat(Stream.of(row), read(recordId).stream())
        .flatMap(each -> each.booking().stream())
        .flatMap(booking -> booking.participants().stream())
        .filter(one -> one.rowId() != 0 && one.associateId() != 0)
        .forEach((Participant one) -> associates.put(one.rowId(), one.associateId()));
    return associates.entrySet().stream()
        .flatMap(each -> entry(each.getValue(), each.getKey()))
        .toList();
  }

  private Stream<PendingChange> entry(int associateId, int recordId) {
    return book
        .mailboxOf(associateId)
        .map(Mailbox::id)
        .filter(id -> id != claim.mailbox().id())
        .stream()
        .map(id -> new PendingChange(0, id, claim.kind(), recordId, Optional.empty(), true, now));
  }

  private Optional<CrmAppointment> read(int recordId) {
    return Optional.ofNullable(ports.crm().read(List.of(recordId)).get(recordId));
  }
}
