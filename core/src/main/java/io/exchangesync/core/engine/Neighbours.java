package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.PendingChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    if (row.bookingChild()) {
      return read(row.motherRecord()).stream()
          .flatMap(master -> entry(master.associateId(), master.recordId()))
          .toList();
    }
    if (!row.bookingMaster()) {
      return List.of();
    }
    return Stream.concat(Stream.of(row), read(recordId).stream())
        .flatMap(each -> rows(each).map(one -> invited(each, one)))
        .flatMap(Function.identity())
        .distinct()
        .flatMap(each -> entry(each.associateId(), each.recordId()))
        .toList();
  }

  /** One record in the diary of somebody invited. */
  private record Invited(int associateId, int recordId) {}

  /** The row, or the rows of a series. */
  static Stream<CrmAppointment> rows(CrmAppointment row) {
    return row.series()
        .map(dates -> dates.occurrences().stream().map(CrmSeries.Occurrence::row))
        .orElseGet(() -> Stream.of(row));
  }

  private static Stream<Invited> invited(CrmAppointment record, CrmAppointment row) {
    return row.booking().stream()
        .flatMap(booking -> booking.participants().stream())
        .filter(one -> one.rowId() != 0 && one.associateId() != 0)
        .map(
            (Participant one) ->
                new Invited(
                    one.associateId(),
                    record.series().isPresent() ? record.motherRecord() : one.rowId()));
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
