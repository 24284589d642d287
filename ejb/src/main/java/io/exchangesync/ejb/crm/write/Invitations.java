package io.exchangesync.ejb.crm.write;

import io.exchangesync.ejb.crm.sql.CrmRow;

/** The bridge row between a meeting's UID and its appointment (table invitation, not logged). */
final class Invitations {
  static final String TABLE = "invitation";

  private Invitations() {}

  static void insert(WriteContext context, int appointmentId, String eventUid, int actor) {
    CrmRow row =
        CrmRow.empty()
            .set("event_uid", Limits.cut(eventUid, 255))
            .set("appointment_id", appointmentId);
    context.insertUnlogged(TABLE, "invitation_id", row, actor);
  }
}
