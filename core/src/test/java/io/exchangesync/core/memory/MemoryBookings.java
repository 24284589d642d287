package io.exchangesync.core.memory;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Bookings in memory as SuperOffice's rows hold them (schema 4.8): one row per participant, the
 * master's view put together on reading.
 */
final class MemoryBookings {
  private static final int CANCELLED = 10;

  /** What of a participant stands in other tables. */
  private record Who(int personId, String email, String name, boolean resource) {}

  private final Map<Integer, Who> people = new HashMap<>();
  private final Map<Integer, String> uids = new HashMap<>();
  private final Map<Integer, CrmBooking> external = new HashMap<>();
  private final Map<Integer, List<String>> addresses = new HashMap<>();

  /** Gives a person, or an associate's person, these addresses, the first one first. */
  void addresses(int personId, List<String> all) {
    addresses.put(personId, List.copyOf(all));
  }

  Optional<List<String>> addresses(int personId) {
    return Optional.ofNullable(addresses.get(personId));
  }

  /** Rows to store for a new or changed row; the first is the row itself. */
  List<CrmAppointment> create(CrmAppointment row, java.util.function.IntSupplier keys) {
    if (row.booking().isEmpty()) {
      return List.of(row);
    }
    CrmBooking booking = row.booking().get();
    if (row.ties().ownedExternally() != 0) {
      external.put(row.recordId(), booking);
      return List.of(bare(row));
    }
    if (!booking.eventUid().isEmpty()) {
      uids.put(row.recordId(), booking.eventUid());
    }
    CrmAppointment master = bare(row).with().ties(row.ties().withMother(row.recordId())).build();
    List<CrmAppointment> all = new ArrayList<>(List.of(master));
    booking.participants().stream()
        .filter(one -> one.status() != CANCELLED)
        .forEach(one -> all.add(child(master, one, keys.getAsInt())));
    return all;
  }

  /**
   * Rows to store, and to delete (recordId of them negative), when a master changes.
   *
   * @param rows what is stored now
   */
  List<CrmAppointment> update(
      CrmAppointment before,
      CrmAppointment after,
      Map<Integer, CrmAppointment> rows,
      java.util.function.IntSupplier keys) {
    boolean plain = after.booking().isEmpty() && before.booking().isEmpty();
    if (plain || after.bookingChild()) {
      return List.of(bare(after));
    }
    if (after.ties().ownedExternally() != 0) {
      after.booking().ifPresent(booking -> external.put(after.recordId(), booking));
      return List.of(bare(after));
    }
    after
        .booking()
        .map(CrmBooking::eventUid)
        .filter(uid -> !uid.isEmpty())
        .ifPresent(uid -> uids.putIfAbsent(after.recordId(), uid));
    boolean told =
        before.booking().stream()
            .flatMap(booking -> booking.participants().stream())
            .anyMatch(MemoryBookings::colleague);
    int mother = after.booking().isPresent() || told ? after.recordId() : 0;
    CrmAppointment master = bare(after).with().ties(after.ties().withMother(mother)).build();
    List<CrmAppointment> all = new ArrayList<>(List.of(master));
    boolean moved =
        !before.doBy().equals(after.doBy()) || !before.endDate().equals(after.endDate());
    Map<Integer, Participant> old = new HashMap<>();
    before
        .booking()
        .ifPresent(known -> known.participants().forEach(one -> old.put(one.rowId(), one)));
    List<Participant> wanted = after.booking().map(CrmBooking::participants).orElse(List.of());
    for (Participant one : wanted) {
      Participant known = old.remove(one.rowId());
      if (known == null) {
        all.add(child(master, one, keys.getAsInt()));
        continue;
      }
      CrmAppointment row = rows.get(one.rowId());
      boolean answered = known.type() != one.type() || known.status() != one.status();
      boolean asked = moved && colleague(one) && one.status() != CANCELLED;
      all.add(
          shared(master, row)
              .with()
              .type(answered ? one.type() : asked ? asked(row) : row.type())
              .status(answered ? one.status() : asked ? 6 : row.status())
              .build());
    }
    for (Participant gone : old.values()) {
      CrmAppointment row = rows.get(gone.rowId());
      all.add(
          colleague(gone)
              ? row.with().status(CANCELLED).build()
              : row.with().recordId(-row.recordId()).build());
    }
    return all;
  }

  /** Keys of participants' rows that go or are called off, as JSON; "" if there are none. */
  static String gone(CrmAppointment before, CrmAppointment after) {
    List<Integer> kept =
        after.booking().stream()
            .flatMap(booking -> booking.participants().stream())
            .map(Participant::rowId)
            .toList();
    List<Participant> gone =
        before.bookingChild()
            ? List.of()
            : before.booking().stream()
                .flatMap(booking -> booking.participants().stream())
                .filter(one -> !kept.contains(one.rowId()) && one.status() != CANCELLED)
                .toList();
    return gone.isEmpty()
        ? ""
        : "{\"calledOff\":"
            + keys(gone, MemoryBookings::colleague)
            + ",\"appointment\":"
            + keys(gone, one -> !colleague(one))
            + "}";
  }

  private static List<Integer> keys(List<Participant> all, Predicate<Participant> which) {
    return all.stream().filter(which).map(Participant::rowId).toList();
  }

  private static int asked(CrmAppointment row) {
    return row.type() == 2 || row.type() == 7 ? 7 : 6;
  }

  private static boolean colleague(Participant one) {
    return one.associateId() != 0 && !one.resource();
  }

  private CrmAppointment child(CrmAppointment master, Participant one, int id) {
    people.put(id, new Who(one.personId(), one.email(), one.name(), one.resource()));
    return master
        .with()
        .recordId(id)
        .associateId(one.associateId())
        .type(one.type())
        .status(one.status())
        .keys(CrmKeys.NONE)
        .hasAlarm(false)
        .build();
  }

  /** A participant's row with what it shares with its master. */
  static CrmAppointment shared(CrmAppointment master, CrmAppointment child) {
    return child
        .with()
        .doBy(master.doBy())
        .activeDate(master.doBy())
        .endDate(master.endDate())
        .allDay(master.allDay())
        .title(master.title())
        .agenda(master.agenda())
        .location(master.location())
        .build();
  }

  private static CrmAppointment bare(CrmAppointment row) {
    return row.with().booking(Optional.empty()).build();
  }

  /** What an invitee may change of his row (schema rule 48). */
  static CrmAppointment inviteesOwn(CrmAppointment now, CrmAppointment after) {
    return now.with()
        .type(after.type())
        .status(after.status())
        .done(after.done())
        .activeDate(after.completed() ? after.done() : now.doBy())
        .hasAlarm(after.hasAlarm())
        .alarmMinutes(after.alarmMinutes())
        .priorityId(after.priorityId())
        .freeBusy(after.freeBusy())
        .visibility(after.visibility())
        .build();
  }

  /** The row as it is read: with everybody on its booking; a master with their rows. */
  CrmAppointment read(CrmAppointment row, Map<Integer, CrmAppointment> rows) {
    int mother = row.ties().motherId();
    if (mother == 0) {
      return row;
    }
    if (mother != row.recordId()) {
      return row.with()
          .booking(rows.containsKey(mother) ? Optional.of(booking(mother, rows)) : Optional.empty())
          .build();
    }
    List<CrmAppointment> children = children(row.recordId(), rows).toList();
    StringBuilder version = new StringBuilder(row.version());
    children.forEach(child -> version.append('+').append(child.version()));
    return row.with()
        .booking(Optional.of(booking(row.recordId(), rows)))
        .keys(
            new CrmKeys(
                row.keys().textId(),
                row.keys().agendaTextId(),
                row.keys().visibleForId(),
                children.stream().map(CrmAppointment::recordId).toList()))
        .version(version.toString())
        .build();
  }

  private CrmBooking booking(int master, Map<Integer, CrmAppointment> rows) {
    return new CrmBooking(
        children(master, rows).map(this::participant).toList(), uids.getOrDefault(master, ""));
  }

  static Stream<CrmAppointment> children(int master, Map<Integer, CrmAppointment> rows) {
    return rows.values().stream()
        .filter(row -> row.ties().motherId() == master && row.recordId() != master);
  }

  boolean resource(CrmAppointment child) {
    return people.get(child.recordId()).resource();
  }

  private Participant participant(CrmAppointment child) {
    Who who = people.get(child.recordId());
    List<String> written = who.email().isEmpty() ? List.of() : List.of(who.email());
    List<String> all = addresses(who.personId()).orElse(written);
    return new Participant(
        child.recordId(),
        child.associateId(),
        who.personId(),
        child.type(),
        child.status(),
        all.stream().findFirst().orElse(""),
        who.name(),
        who.resource(),
        Set.copyOf(all));
  }

  /** What was written to external_participants. */
  Optional<CrmBooking> external(int recordId) {
    return Optional.ofNullable(external.get(recordId));
  }
}
