package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.When;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.SyncSettings.FilterSettings.Filter;
import java.util.Optional;

/** What is synchronized at all: sync-rules sections 5 and 7b. */
final class Scope {
  private final PlanContext context;

  Scope(PlanContext context) {
    this.context = context;
  }

  /** A reason not to touch either side, whatever changed. */
  Optional<Reason> untouchable(Optional<CrmAppointment> row, Optional<MailboxAppointment> item) {
    if (row.isPresent()) {
      CrmAppointment crm = row.get();
      if (crm.ties().documentId() != 0 || crm.type() != 1 && crm.type() != 6 || crm.status() == 4) {
        return Optional.of(Reason.NOT_A_DIARY_ROW);
      }
      if (crm.ties().invitedBySuperOffice()) {
        return Optional.of(Reason.OLD_INVITATION);
      }
      if (crm.type() == 6 || crm.ties().motherId() != 0 || crm.ties().recurrenceRuleId() != 0) {
        return Optional.of(Reason.NOT_YET_SUPPORTED);
      }
    }
    boolean unsupported =
        item.filter(
                found ->
                    found.type() != CalendarItemType.SINGLE
                        || found.meetingRole() != MeetingRole.NONE)
            .isPresent();
    return unsupported ? Optional.of(Reason.NOT_YET_SUPPORTED) : Optional.empty();
  }

  /** Status 9, 10 and 13: it leaves this mailbox, the row is not touched (sync-rules 7b). */
  boolean leftTheDiary(CrmAppointment row) {
    return row.status() == 9 || row.status() == 10 || row.status() == 13;
  }

  /** Status 11 and 12: shown, edits are reverted (sync-rules 7b). */
  boolean assignment(CrmAppointment row) {
    return row.status() == 11 || row.status() == 12;
  }

  /** Outside the window on every side that has it, or matching a filter on one. */
  Optional<Reason> outOfScope(Optional<CrmAppointment> row, Optional<MailboxAppointment> item) {
    Window window = context.window();
    Optional<When> crmWhen = row.map(context.mapping()::when);
    Optional<When> mailboxWhen = item.map(MailboxAppointment::when);
    boolean inside =
        crmWhen.filter(when -> window.overlaps(when, context.owner().zone())).isPresent()
            || mailboxWhen
                .filter(when -> window.overlaps(when, context.owner().zone()))
                .isPresent();
    if (!inside) {
      return Optional.of(Reason.OUTSIDE_WINDOW);
    }
    return filtered(row, item);
  }

  private Optional<Reason> filtered(
      Optional<CrmAppointment> row, Optional<MailboxAppointment> item) {
    var filters = context.settings().filters();
    boolean toMailbox = row.isPresent();
    boolean toCrm = item.isPresent();
    boolean allDay =
        row.map(CrmAppointment::allDay).orElse(false)
            || item.map(found -> found.when() instanceof When.AllDay).orElse(false);
    boolean free =
        row.map(crm -> crm.freeBusy() == 1).orElse(false)
            || item.map(found -> found.busyStatus() == MailboxAppointment.BusyStatus.FREE)
                .orElse(false);
    boolean hidden =
        row.map(crm -> crm.visibility().privateColumn() != 0).orElse(false)
            || item.map(found -> found.sensitivity() != Sensitivity.NORMAL).orElse(false);
    if (allDay && closes(filters.allDay(), toMailbox, toCrm)) {
      return Optional.of(Reason.FILTERED_ALL_DAY);
    }
    if (free && closes(filters.free(), toMailbox, toCrm)) {
      return Optional.of(Reason.FILTERED_FREE);
    }
    boolean skipPrivate =
        context.settings().mapping().privateItems() == PrivateItems.SKIP
            || closes(filters.privateItems(), toMailbox, toCrm);
    return hidden && skipPrivate ? Optional.of(Reason.FILTERED_PRIVATE) : Optional.empty();
  }

  private static boolean closes(Filter filter, boolean toMailbox, boolean toCrm) {
    return toMailbox && filter.closesToMailbox() || toCrm && filter.closesToCrm();
  }
}
