package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A follow-up that goes with its rows; colleagues' invitations are told by status 10.
 *
 * <p>Invariant: nothing goes unless the row and those of colleagues are still as read, and nothing
 * goes that is not in the image for the journal.
 */
final class PlannedDelete implements PlannedWrite {
  private static final int BOOKING_DELETED = 10;

  /** One row to delete. */
  record Gone(LoggedTable table, int key) {}

  private final FollowUpRecord read;
  private final List<Gone> rows;
  private final List<FollowUpRecord> colleagues;
  private final CrmSchema schema;

  PlannedDelete(
      FollowUpRecord read, List<Gone> rows, List<FollowUpRecord> colleagues, CrmSchema schema) {
    this.read = read;
    this.rows = List.copyOf(rows);
    this.colleagues = List.copyOf(colleagues);
    this.schema = schema;
  }

  /** Whether rows of colleagues stay, called off. */
  boolean tellsColleagues() {
    return !colleagues.isEmpty();
  }

  @Override
  public void count(KeyNeeds needs) {
    needs.log(rows.size() + colleagues.size() + 2);
  }

  @Override
  public List<RowGuard> locks() {
    List<RowGuard> locks = new ArrayList<>(List.of(guard(read, Map.of())));
    colleagues.forEach(each -> locks.add(calledOff(each)));
    return locks;
  }

  private RowGuard calledOff(FollowUpRecord colleague) {
    return guard(colleague, Map.of("status", BOOKING_DELETED));
  }

  @Override
  public Optional<CrmOutcome> perform(WriteContext context) throws SQLException {
    int actor = read.appointment().number("associate_id");
    if (!context.lock(locks())) {
      return Optional.of(new CrmOutcome.ChangedMeanwhile());
    }
    BeforeImage image = image(context.connection());
    for (FollowUpRecord each : colleagues) {
      if (!context.update(LoggedTable.APPOINTMENT, calledOff(each), actor)) {
        throw new IllegalStateException("a locked colleague's row was changed meanwhile");
      }
    }
    userDefined(context, actor, "udappntSmall", "userdef_id");
    userDefined(context, actor, "udappntLarge", "userdef2_id");
    Optional<CrmTable> invitations = schema.find("invitation");
    if (invitations.isPresent()) {
      context.deleteBy(invitations.get(), "appointment_id", read.id());
    }
    for (Gone each : rows) {
      context.delete(each.table(), each.key(), actor);
    }
    return Optional.of(new CrmOutcome.Deleted(image.json()));
  }

  private BeforeImage image(Connection connection) throws SQLException {
    BeforeImage image = new BeforeImage();
    image.addCalledOff(
        connection,
        schema.table(LoggedTable.APPOINTMENT.table()),
        colleagues.stream().map(FollowUpRecord::id).toList());
    Map<LoggedTable, List<Integer>> keys = new LinkedHashMap<>();
    rows.forEach(
        gone -> keys.computeIfAbsent(gone.table(), t -> new ArrayList<>()).add(gone.key()));
    for (Map.Entry<LoggedTable, List<Integer>> each : keys.entrySet()) {
      LoggedTable table = each.getKey();
      image.add(connection, schema.table(table.table()), table.key(), each.getValue());
    }
    userDefined(connection, image, "udappntSmall", "userdef_id");
    userDefined(connection, image, "udappntLarge", "userdef2_id");
    Optional<CrmTable> invitations = schema.find("invitation");
    if (invitations.isPresent()) {
      image.add(connection, invitations.get(), "appointment_id", List.of(read.id()));
    }
    return image;
  }

  private void userDefined(Connection connection, BeforeImage image, String table, String column)
      throws SQLException {
    Optional<CrmTable> known = schema.find(table);
    int row = read.appointment().number(column);
    if (row != 0 && known.isPresent()) {
      image.add(connection, known.get(), keyOf(known.get()), List.of(row));
    }
  }

  private static String keyOf(CrmTable userDefined) {
    return userDefined.all().iterator().next().name();
  }

  private RowGuard guard(FollowUpRecord record, Map<String, Object> changes) {
    return new RowGuard(
        schema.table(LoggedTable.APPOINTMENT.table()),
        LoggedTable.APPOINTMENT.key(),
        record.appointment(),
        changes);
  }

  private void userDefined(WriteContext context, int actor, String table, String column)
      throws SQLException {
    CrmRow row = read.appointment();
    Optional<CrmTable> known = schema.find(table);
    if (row.number(column) == 0 || known.isEmpty()) {
      return;
    }
    if (context.deleteBy(known.get(), keyOf(known.get()), row.number(column)) > 0) {
      Optional<Integer> number = schema.tableNumber(table);
      number.ifPresent(n -> context.log(LogType.DELETE, n, row.number(column), actor, 0));
    }
  }
}
