package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.FollowUpType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The mapping of appointments: one lens per field (sync-rules section 2). */
public final class AppointmentMapping implements ItemMapping {
  private static final int VERSION = 1;

  private final MappingContext context;
  private final WhenLens whenLens;
  private final FollowUpLenses lenses;

  public AppointmentMapping(MappingContext context) {
    this.context = context;
    this.whenLens = new WhenLens(context);
    SubjectDecorations decorations = new SubjectDecorations(context);
    this.lenses =
        new FollowUpLenses(
            List.of(
                whenLens,
                new DecorationLens(decorations),
                new SubjectLens(context, decorations),
                new BodyLens(context),
                new LocationLens(context),
                new ReminderLens(context),
                new FreeBusyLens(),
                new PrivacyLens(),
                new CategoryLens(context, FollowUpType.APPOINTMENT),
                new ImportanceLens(context),
                new ReferencesLens()),
            new PrivateCurtain(context.settings().privateItems(), "Private appointment"));
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public Travel travel(Field field) {
    return FieldPolicy.of(field, context.settings());
  }

  @Override
  public Optional<MatchKey> matchKey(FieldValues values) {
    return Optional.of(
        MatchKey.of(values.get(Field.WHEN).orElse(""), values.get(Field.SUBJECT).orElse("")));
  }

  /**
   * When the row takes place, from base-zone columns; a completed row starts at do_by (schema rule
   * 36).
   */
  @Override
  public Optional<When> when(CrmRecord row) {
    return Optional.of(whenLens.when((CrmAppointment) row));
  }

  @Override
  public boolean agree(Field field, String crm, String mailbox) {
    boolean sameTime =
        field == Field.WHEN && WhenLens.sameWallTime(crm, mailbox, context.reference().baseZone());
    return crm.equals(mailbox) || sameTime;
  }

  @Override
  public FieldValues readCrm(CrmRecord row) {
    return lenses.readCrm((CrmAppointment) row);
  }

  @Override
  public FieldValues readMailbox(MailboxItem item, Optional<Base> base) {
    return lenses.readMailbox((MailboxAppointment) item, base);
  }

  @Override
  public CrmAppointment putCrm(FieldValues wanted, CrmRecord original) {
    return lenses.putCrm(wanted, (CrmAppointment) original);
  }

  @Override
  public MailboxAppointment putMailbox(FieldValues wanted, MailboxItem original) {
    return putMailbox(wanted, original, Optional.empty());
  }

  @Override
  public MailboxAppointment putMailbox(
      FieldValues wanted, MailboxItem original, Optional<Base> base) {
    return (MailboxAppointment) lenses.putMailbox(wanted, (MailboxAppointment) original, base);
  }

  @Override
  public CrmAppointment newCrm(FieldValues wanted) {
    String time =
        wanted
            .get(Field.WHEN)
            .orElseThrow(() -> new UnmappableException(Field.WHEN, "An appointment needs a time."));
    boolean allDay = WhenText.parse(time, context.owner().zone()) instanceof When.AllDay;
    return putCrm(wanted, new NewFollowUp(context).blank(allDay));
  }

  @Override
  public MailboxAppointment newMailbox(FieldValues wanted, CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    ZoneId zone =
        context.reference().zones().getOrDefault(row.preferredTzLocation(), context.owner().zone());
    String time = wanted.get(Field.WHEN).orElseGet(() -> WhenText.of(whenLens.when(row)));
    When.Timed unset = new When.Timed(Instant.EPOCH, Instant.EPOCH, zone);
    return putMailbox(wanted.with(Field.WHEN, time), MailboxAppointment.blank(unset));
  }
}
