package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.Replies;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.settings.SyncSettings.DeletePast;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which diary rows and calendar items are synchronized: sync-rules sections 5 and 7b. */
final class AppointmentScope implements Scope {
  private final PlanContext context;

  AppointmentScope(PlanContext context) {
    this.context = context;
  }

  @Override
  public Optional<Reason> untouchable(Optional<CrmRecord> row, Optional<MailboxItem> item) {
    if (row.isPresent()) {
      CrmAppointment crm = (CrmAppointment) row.get();
      if (FollowUpRules.elsewhere(crm)) {
        return Optional.of(Reason.NOT_A_DIARY_ROW);
      }
      boolean date = crm.ties().recurrenceRuleId() != 0 && crm.series().isEmpty();
      if (date && !crm.ties().customDate()) {
        return Optional.of(Reason.NOT_YET_SUPPORTED);
      }
    }
    boolean unsupported =
        item.map(MailboxAppointment.class::cast)
            .filter(
                found ->
                    found.type() == CalendarItemType.OCCURRENCE
                        || found.type() == CalendarItemType.EXCEPTION)
            .isPresent();
    return unsupported ? Optional.of(Reason.NOT_YET_SUPPORTED) : Optional.empty();
  }

  /** An appointment that became a to-do leaves too. */
  @Override
  public Optional<Reason> leaves(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    if (row.associateId() != context.owner().associateId()) {
      return Optional.of(Reason.OWNER_CHANGED);
    }
    if (FollowUpRules.inToDoList(row)) {
      return Optional.of(Reason.NOT_A_DIARY_ROW);
    }
    if (rows(row).allMatch(each -> each.status() == Replies.CANCELLED)) {
      return Optional.of(Reason.CANCELLED);
    }
    boolean left = rows(row).allMatch(FollowUpRules::left);
    return left ? Optional.of(Reason.DECLINED) : Optional.empty();
  }

  private static Stream<CrmAppointment> rows(CrmAppointment row) {
    return row.series().isEmpty()
        ? Stream.of(row)
        : row.series().get().occurrences().stream().map(CrmSeries.Occurrence::row);
  }

  @Override
  public boolean ownedByCrm(CrmRecord record) {
    return FollowUpRules.assigned((CrmAppointment) record);
  }

  @Override
  public Owner owner(Field field, CrmRecord row, MailboxItem item) {
    return ownedByCrm(row)
        ? Owner.CRM
        : Standing.of(Optional.of((CrmAppointment) row), Optional.of((MailboxAppointment) item))
            .owner(field);
  }

  @Override
  public Reason ownerWins(CrmRecord row) {
    return ownedByCrm(row) ? Reason.OWNED_BY_CRM : Reason.OWNED_BY_ORGANIZER;
  }

  @Override
  public ItemGone itemGone(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    if (context.settings().deletePast() == DeletePast.KEEP
        && (rows(row).allMatch(CrmAppointment::completed)
            || context.mapping().dates(row).stream().allMatch(this::isPast))) {
      return ItemGone.KEEP_ROW;
    }
    if (ownedByCrm(row)) {
      return ItemGone.ASK;
    }
    return switch (Standing.of(Optional.of(row), Optional.empty())) {
      case PLAIN, MASTER -> ItemGone.DELETE_ROW;
      case CHILD, EXTERNAL -> ItemGone.DECLINE;
    };
  }

  @Override
  public boolean keepsSome(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    return context.settings().deletePast() == DeletePast.KEEP
        && (rows(row).anyMatch(CrmAppointment::completed)
            || context.mapping().dates(row).stream().anyMatch(this::isPast));
  }

  @Override
  public Set<Integer> history(CrmRecord record) {
    return context.settings().deletePast() == DeletePast.KEEP
        ? rows((CrmAppointment) record)
            .filter(
                row ->
                    row.completed() || context.mapping().dates(row).stream().allMatch(this::isPast))
            .map(CrmAppointment::recordId)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private boolean isPast(When when) {
    LocalDate today = context.now().atZone(context.owner().zone()).toLocalDate();
    return when.lastDay(context.owner().zone()).isBefore(today);
  }

  /** Outside the window on every side that has it, or matching a filter on one. */
  @Override
  public Optional<Reason> outOfScope(Optional<CrmRecord> record, Optional<MailboxItem> other) {
    Optional<CrmAppointment> row = record.map(CrmAppointment.class::cast);
    Optional<MailboxAppointment> item = other.map(MailboxAppointment.class::cast);
    Window window = context.window();
    ZoneId zone = context.owner().zone();
    boolean inside =
        record.filter(found -> context.mapping().overlaps(found, window, zone)).isPresent()
            || other.filter(found -> context.mapping().overlaps(found, window, zone)).isPresent();
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
    boolean recurring =
        row.filter(crm -> crm.series().isPresent() || crm.ties().customDate()).isPresent()
            || item.filter(found -> found.type() == CalendarItemType.MASTER).isPresent();
    if (recurring && FollowUpRules.closes(filters.recurring(), toMailbox, toCrm)) {
      return Optional.of(Reason.FILTERED_RECURRING);
    }
    if (allDay && FollowUpRules.closes(filters.allDay(), toMailbox, toCrm)) {
      return Optional.of(Reason.FILTERED_ALL_DAY);
    }
    if (free && FollowUpRules.closes(filters.free(), toMailbox, toCrm)) {
      return Optional.of(Reason.FILTERED_FREE);
    }
    return hidden && FollowUpRules.skipsPrivate(context.settings(), toMailbox, toCrm)
        ? Optional.of(Reason.FILTERED_PRIVATE)
        : Optional.empty();
  }
}
