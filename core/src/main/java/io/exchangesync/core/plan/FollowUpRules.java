package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.SyncSettings;
import io.exchangesync.core.settings.SyncSettings.FilterSettings.Filter;

/** What the columns of a follow-up say to the scopes of diary and to-do list alike. */
final class FollowUpRules {
  private static final int DIARY_BOOKING = 6;
  private static final int HIDDEN = 4;

  private FollowUpRules() {}

  /** In the diary, answered or not. */
  static boolean inDiary(CrmAppointment row) {
    return row.type() == CrmAppointment.DIARY || row.type() == DIARY_BOOKING;
  }

  /** In the to-do list, answered or not. */
  static boolean inToDoList(CrmAppointment row) {
    return row.type() == CrmAppointment.TO_DO || row.type() == CrmAppointment.TO_DO_BOOKING;
  }

  /** Neither in a diary nor in a to-do list: documents, notes, hidden rows. */
  static boolean elsewhere(CrmAppointment row) {
    return row.ties().documentId() != 0
        || row.status() == HIDDEN
        || !inDiary(row) && !inToDoList(row);
  }

  /** Statuses 9, 10 and 13: declined or cancelled (sync-rules 7b). */
  static boolean left(CrmAppointment row) {
    return row.status() == 9 || row.status() == 10 || row.status() == 13;
  }

  /** Statuses 11 and 12: assignments, which belong to SuperOffice. */
  static boolean assigned(CrmAppointment row) {
    return row.status() == 11 || row.status() == 12;
  }

  /** Whether private items of these sides are not followed (sync-rules 5.2). */
  static boolean skipsPrivate(SyncSettings settings, boolean toMailbox, boolean toCrm) {
    return settings.mapping().privateItems() == PrivateItems.SKIP
        || closes(settings.filters().privateItems(), toMailbox, toCrm);
  }

  static boolean closes(Filter filter, boolean toMailbox, boolean toCrm) {
    return toMailbox && filter.closesToMailbox() || toCrm && filter.closesToCrm();
  }
}
