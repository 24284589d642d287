package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.sql.CrmColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of each participant's row when a booking changes (rules 45 to 47, sync-rules 7a).
 *
 * @param added participants without a row
 * @param kept rows that follow the master
 * @param cancelled colleagues' rows to call off; they keep the text
 * @param gone rows of resources and outside persons to delete
 * @param declines how many more have declined
 * @param booked whether the follow-up stays, or becomes, a booking
 */
record BookingChanges(
    List<Participant> added,
    List<Kept> kept,
    List<FollowUpRecord> cancelled,
    List<FollowUpRecord> gone,
    int declines,
    boolean booked) {

  /**
   * A row that stays.
   *
   * @param own changed columns beside those it shares with its master
   */
  record Kept(FollowUpRecord row, Map<String, Object> own) {}

  /**
   * @param rows participants' rows by appointment_id
   */
  static BookingChanges of(ChangePlanner.Change change, Map<Integer, FollowUpRecord> rows) {
    if (change.before().booking().isEmpty() && change.after().booking().isEmpty()) {
      return following(rows(change, rows));
    }
    Map<Integer, Participant> old = byRow(change.before());
    boolean plain = change.before().booking().isPresent() && change.after().booking().isEmpty();
    boolean moved =
        !change.before().doBy().equals(change.after().doBy())
            || !change.before().endDate().equals(change.after().endDate());
    List<Participant> wanted =
        plain
            ? List.of()
            : change.after().booking().map(CrmBooking::participants).orElse(List.of());
    List<Participant> added = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    List<FollowUpRecord> cancelled = new ArrayList<>();
    List<FollowUpRecord> gone = new ArrayList<>();
    int declined = 0;
    for (Participant one : wanted) {
      Participant known = old.remove(one.rowId());
      if (known == null) {
        added.add(one);
        declined += one.status() == Participation.DECLINED ? 1 : 0;
        continue;
      }
      FollowUpRecord row = rows.get(one.rowId());
      Map<String, Object> own = own(row, known, one, moved);
      kept.add(new Kept(row, own));
      declined += own.getOrDefault("status", known.status()).equals(Participation.DECLINED) ? 1 : 0;
    }
    for (Participant one : old.values()) {
      FollowUpRecord row = rows.get(one.rowId());
      if (!Participation.colleague(one)) {
        gone.add(row);
      } else if (one.status() == Participation.CANCELLED) {
        kept.add(new Kept(row, Map.of()));
      } else {
        cancelled.add(row);
      }
    }
    return new BookingChanges(
        List.copyOf(added),
        List.copyOf(kept),
        List.copyOf(cancelled),
        List.copyOf(gone),
        declined - declined(change.before()),
        !plain);
  }

  private static List<FollowUpRecord> rows(
      ChangePlanner.Change change, Map<Integer, FollowUpRecord> rows) {
    return change.read().children().stream()
        .map(row -> rows.get(row.number("appointment_id")))
        .toList();
  }

  /** Nothing is said about participants: their rows follow the master. */
  private static BookingChanges following(List<FollowUpRecord> rows) {
    return new BookingChanges(
        List.of(),
        rows.stream().map(row -> new Kept(row, Map.of())).toList(),
        List.of(),
        List.of(),
        0,
        true);
  }

  private static Map<Integer, Participant> byRow(CrmAppointment row) {
    Map<Integer, Participant> byRow = new HashMap<>();
    row.booking().stream()
        .flatMap(booking -> booking.participants().stream())
        .forEach(one -> byRow.put(one.rowId(), one));
    return byRow;
  }

  private static int declined(CrmAppointment row) {
    return (int)
        row.booking().stream()
            .flatMap(booking -> booking.participants().stream())
            .filter(one -> one.status() == Participation.DECLINED)
            .count();
  }

  private static Map<String, Object> own(
      FollowUpRecord row, Participant known, Participant one, boolean moved) {
    Map<String, Object> columns = new LinkedHashMap<>();
    if (known.type() != one.type() || known.status() != one.status()) {
      columns.put("type", one.type());
      columns.put("status", one.status());
    } else if (moved && Participation.colleague(one) && one.status() != Participation.CANCELLED) {
      columns.put("type", Participation.asked(row.appointment().number("type")));
      columns.put("status", Participation.ASKED_AGAIN);
      if (known.status() == Participation.COMPLETED) {
        columns.put("done", CrmColumn.NEVER);
      }
    }
    columns
        .entrySet()
        .removeIf(
            each -> Optional.of(each.getValue()).equals(row.appointment().raw(each.getKey())));
    return columns;
  }

  /** mother_id of the master afterwards: a booking keeps it as long as a row refers to it. */
  int motherId(FollowUpRecord master) {
    return booked || !cancelled.isEmpty() || !kept.isEmpty() ? master.id() : 0;
  }
}
