package io.exchangesync.ejb.crm.write;

import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * The bridge row between a meeting's UID and its appointment (table invitation, not logged).
 *
 * <p>Invariant: a UID that stands there is kept, whoever wrote it.
 */
final class Invitations {
  static final String TABLE = "invitation";
  private static final String KEY = "invitation_id";
  private static final String UID = "event_uid";

  private Invitations() {}

  static void insert(WriteContext context, int appointmentId, String eventUid, int actor) {
    CrmRow row =
        CrmRow.empty().set(UID, Limits.cut(eventUid, 255)).set("appointment_id", appointmentId);
    context.insertUnlogged(TABLE, KEY, row, actor);
  }

  /** Writes a UID into a row that has none yet. */
  static void complete(
      WriteContext context, CrmSchema schema, CrmRow row, String eventUid, int actor)
      throws SQLException {
    Map<String, Object> uid = Map.of(UID, Limits.cut(eventUid, 255));
    context.updateUnlogged(new RowGuard(schema.table(TABLE), KEY, row, uid), actor);
  }

  /** Whether a meeting's UID is still to be written. */
  static boolean missing(Optional<CrmRow> row, String eventUid) {
    return !eventUid.isEmpty() && row.map(found -> found.string(UID)).orElse("").isEmpty();
  }
}
