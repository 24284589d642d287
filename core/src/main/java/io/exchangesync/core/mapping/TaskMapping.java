package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.FollowUpType;
import io.exchangesync.core.settings.MeetingSettings;
import io.exchangesync.core.settings.TaskSettings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The mapping of to-dos and tasks: one lens per field (sync-rules section 3). */
public final class TaskMapping implements ItemMapping {
  private static final int VERSION = 1;

  private final MappingContext context;
  private final LocalDate today;
  private final DueLens due;
  private final StatusLens status;
  private final FollowUpLenses lenses;

  /**
   * @param facts owner, lists and the settings that all follow-ups share
   * @param today due date of tasks that have none, in the owner's zone
   */
  public TaskMapping(MappingContext facts, TaskSettings settings, LocalDate today) {
    this.context =
        new MappingContext(
            facts.owner(),
            facts.reference(),
            facts.capabilities(),
            facts.settings().withType(settings.categoryFixed(), settings.typeDefault()));
    this.today = today;
    this.due = new DueLens(context);
    this.status = new StatusLens(context);
    SubjectDecorations decorations = new SubjectDecorations(context);
    this.lenses =
        new FollowUpLenses(
            List.of(
                due,
                status,
                new DecorationLens(decorations, MeetingSettings.DEFAULTS),
                new SubjectLens(context, decorations),
                new BodyLens(context),
                new TaskReminderLens(context),
                new PrivacyLens(),
                new CategoryLens(context, FollowUpType.TO_DO),
                new ImportanceLens(context),
                new ReferencesLens()),
            new PrivateCurtain(context.settings().privateItems(), "Private task"));
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public Travel travel(Field field) {
    return FieldPolicy.of(field, context.settings());
  }

  /** Due date and subject; a task that is never due matches nothing. */
  @Override
  public Optional<MatchKey> matchKey(FieldValues values) {
    return values
        .get(Field.DUE)
        .filter(day -> !day.isEmpty())
        .map(day -> MatchKey.of(day, values.get(Field.SUBJECT).orElse("")));
  }

  /** The days from the due date of a completed to-do to its completion; an open one's due date. */
  @Override
  public Optional<When> when(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    Optional<LocalDate> day = due.due(row);
    Optional<LocalDate> done = status.completed(row);
    return Stream.concat(day.stream(), done.stream())
        .min(Comparator.naturalOrder())
        .map(
            first ->
                new When.AllDay(
                    first,
                    Stream.concat(day.stream(), done.stream())
                        .max(Comparator.naturalOrder())
                        .orElseThrow()));
  }

  @Override
  public boolean agree(Field field, String crm, String mailbox) {
    return field == Field.STATUS ? StatusLens.sameCompletion(crm, mailbox) : crm.equals(mailbox);
  }

  @Override
  public FieldValues readCrm(CrmRecord row) {
    return lenses.readCrm((CrmAppointment) row);
  }

  @Override
  public FieldValues readMailbox(MailboxItem item, Optional<Base> base) {
    return lenses.readMailbox((MailboxTask) item, base);
  }

  @Override
  public Set<Field> withheld(FieldValues read) {
    return lenses.withheld(read);
  }

  @Override
  public FieldValues unveiled(CrmRecord row) {
    return lenses.rawCrm((CrmAppointment) row);
  }

  @Override
  public FieldValues unveiled(MailboxItem item, Optional<Base> base) {
    return lenses.rawMailbox((MailboxTask) item, base);
  }

  @Override
  public MailboxItem veiled(MailboxItem item, Set<Field> texts, Optional<Base> base) {
    return lenses.veiled((MailboxTask) item, texts, base);
  }

  @Override
  public CrmAppointment putCrm(FieldValues wanted, CrmRecord original) {
    return lenses.putCrm(wanted, (CrmAppointment) original);
  }

  @Override
  public MailboxTask putMailbox(FieldValues wanted, MailboxItem original) {
    return putMailbox(wanted, original, Optional.empty());
  }

  @Override
  public MailboxTask putMailbox(FieldValues wanted, MailboxItem original, Optional<Base> base) {
    return (MailboxTask) lenses.putMailbox(wanted, (MailboxTask) original, base);
  }

  /** A task without due date is due today, because every to-do is due some day. */
  @Override
  public CrmAppointment newCrm(FieldValues wanted) {
    String day = wanted.get(Field.DUE).filter(text -> !text.isEmpty()).orElse(today.toString());
    return putCrm(wanted.with(Field.DUE, day), new NewFollowUp(context).blankToDo());
  }

  @Override
  public MailboxTask newMailbox(FieldValues wanted, CrmRecord row) {
    return putMailbox(wanted, MailboxTask.BLANK);
  }
}
