package io.exchangesync.core.port;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.Window;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CRM side: SuperOffice's diary rows. Thread-safe; joins the caller's transaction unless said
 * otherwise.
 *
 * <p>Every method may throw a {@link SyncException.Retriable} when the database can't be reached.
 */
public interface CrmGateway {

  CrmCapabilities capabilities();

  /** Lists and zones, at most some minutes old. */
  CrmReferenceData referenceData();

  /** The owner of a diary; empty if the associate does not exist or is retired. */
  Optional<DiaryOwner> owner(int associateId);

  /** Where the change log ends now: the position to begin from. */
  LogPosition logEnd();

  /**
   * What the change log tells since a position, our own writes and what this node has already seen
   * left out.
   *
   * <p>Reads an overlap before the position, because rows appear out of id order (schema section
   * 5).
   */
  CrmChanges changesSince(LogPosition position);

  /**
   * Reads records by key, whoever owns them; a key that does not exist is absent from the answer. A
   * series is one record under its {@link io.exchangesync.core.model.SeriesKey}, with the dates of
   * the diary it was made in; a row that is one of its dates is no record of its own.
   */
  Map<Integer, CrmAppointment> read(Collection<Integer> recordIds);

  /**
   * The same as one diary has them: of a series that its owner is invited to, the dates are his
   * participant's rows (schema 4.8).
   */
  Map<Integer, CrmAppointment> readIn(int associateId, Collection<Integer> recordIds);

  /**
   * The complete list of one associate's rows of a kind, no documents: diary rows (type 1 and 6)
   * that overlap a window by {@code do_by}..{@code endDate}, completed ones included, a series of
   * which any date does being listed once; to-dos (type 2 and 7) that are open, and completed ones
   * whose days from {@code do_by} to {@code done} overlap the window.
   *
   * @param window days in the owner's zone
   */
  List<CrmHead> list(Kind kind, int associateId, Window window);

  /**
   * Our stamps on one associate's records of a kind, by record id: what links are rebuilt from
   * (invariant I6).
   */
  Map<Integer, Stamp> stamps(Kind kind, int associateId);

  /**
   * Who is known by an address: a user before an outside person; as a new participant, rowId 0.
   *
   * @param addresses SMTP addresses in any case
   * @return by lower-case address; unknown ones are absent
   */
  Map<String, CrmBooking.Participant> people(Collection<String> addresses);

  /**
   * Reserves appointment keys from {@code sequence}, in a transaction of its own; unused ones are
   * lost, legally.
   */
  List<Integer> reserve(int count);

  /**
   * Reserves RecurrenceRule keys from {@code sequence}, in a transaction of its own, as record ids
   * of series ({@link io.exchangesync.core.model.SeriesKey}).
   */
  List<Integer> reserveSeries(int count);

  /**
   * Performs writes in the caller's transaction; the outcomes have the order and size of the
   * question.
   */
  List<CrmOutcome> apply(List<CrmWrite> writes);
}
