package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mapping of appointments: one lens per field (sync-rules section 2).
 *
 * <p>A lens writes only where the side reads differently from what is wanted, so GetPut holds for
 * every value; reading is total, a value that can't be written ends in an {@link
 * UnmappableException}.
 */
public final class AppointmentMapping implements ItemMapping {
  private static final int VERSION = 1;

  private final MappingContext context;
  private final WhenLens whenLens;
  private final List<FieldLens> lenses;
  private final PrivateCurtain curtain;

  public AppointmentMapping(MappingContext context) {
    this.context = context;
    this.whenLens = new WhenLens(context);
    this.curtain = new PrivateCurtain(context.settings().privateItems());
    SubjectDecorations decorations = new SubjectDecorations(context);
    this.lenses =
        List.of(
            whenLens,
            new DecorationLens(decorations),
            new SubjectLens(context, decorations),
            new BodyLens(context),
            new LocationLens(context),
            new ReminderLens(context),
            new FreeBusyLens(),
            new PrivacyLens(),
            new CategoryLens(context),
            new ImportanceLens(context),
            new ReferencesLens());
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
    return curtain.drawn(rawCrm((CrmAppointment) row));
  }

  private FieldValues rawCrm(CrmAppointment row) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (FieldLens lens : lenses) {
      lens.readCrm(row).ifPresent(text -> values.put(lens.field(), text));
    }
    return FieldValues.of(values);
  }

  @Override
  public FieldValues readMailbox(MailboxItem item, Optional<Base> base) {
    return curtain.drawn(rawMailbox(worn((MailboxAppointment) item, base, FieldValues.none())));
  }

  private FieldValues rawMailbox(WornItem item) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (FieldLens lens : lenses) {
      lens.readMailbox(item).ifPresent(text -> values.put(lens.field(), text));
    }
    return FieldValues.of(values);
  }

  @Override
  public CrmAppointment putCrm(FieldValues wanted, CrmRecord record) {
    CrmAppointment original = (CrmAppointment) record;
    FieldValues left = curtain.toPut(wanted, rawCrm(original));
    CrmAppointment row = original;
    for (FieldLens lens : lenses) {
      Optional<String> text = left.get(lens.field());
      if (text.isPresent() && !text.equals(lens.readCrm(row))) {
        row = lens.putCrm(text.get(), row);
      }
    }
    return row.equals(original) ? original : row;
  }

  @Override
  public MailboxAppointment putMailbox(FieldValues wanted, MailboxItem original) {
    return putMailbox(wanted, original, Optional.empty());
  }

  @Override
  public MailboxAppointment putMailbox(FieldValues wanted, MailboxItem found, Optional<Base> base) {
    MailboxAppointment original = (MailboxAppointment) found;
    WornItem item = worn(original, base, wanted);
    FieldValues left = curtain.toPut(wanted, rawMailbox(item));
    for (FieldLens lens : lenses) {
      Optional<String> text = left.get(lens.field());
      if (text.isPresent() && !text.equals(lens.readMailbox(item))) {
        item = lens.putMailbox(text.get(), item);
      }
    }
    return item.item().equals(original) ? original : item.item();
  }

  /**
   * What the subject wears: as a base tells, else as the wanted decoration if it is there already;
   * a subject that is to be replaced wears nothing we would have to keep.
   */
  private static WornItem worn(MailboxAppointment item, Optional<Base> base, FieldValues wanted) {
    List<FieldValues> readings = new ArrayList<>();
    base.ifPresent(known -> readings.addAll(List.of(known.mailbox(), known.crm())));
    boolean known = base.isPresent() || wanted.get(Field.SUBJECT).isPresent();
    if (readings.isEmpty()) {
      readings.add(wanted);
    }
    Optional<Decoration> found =
        Decoration.worn(item.subject(), readings).filter(any -> !any.equals(Decoration.NONE));
    Optional<Decoration> worn = known ? found.or(() -> Optional.of(Decoration.NONE)) : found;
    return new WornItem(item, worn, base);
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
