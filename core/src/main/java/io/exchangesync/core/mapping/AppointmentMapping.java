package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.series.PatternText;
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
  private final CrmSeriesMapping crmSeries;
  private final MailboxSeriesMapping mailboxSeries;

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
    this.crmSeries = new CrmSeriesMapping(context, this);
    this.mailboxSeries = new MailboxSeriesMapping(context, this);
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
    String time = values.get(Field.WHEN).orElse("");
    Optional<String> pattern = values.get(Field.PATTERN);
    if (pattern.isEmpty()) {
      return Optional.of(MatchKey.of(time, values.get(Field.SUBJECT).orElse("")));
    }
    return PatternText.parse(pattern.get())
        .map(series -> SeriesTime.parse(time, context.owner().zone()).on(series.first()))
        .map(
            first ->
                MatchKey.of("series " + WhenText.of(first), values.get(Field.SUBJECT).orElse("")));
  }

  /** Whether any date of a row or series takes place inside, for somebody in {@code viewer}. */
  public boolean overlaps(CrmAppointment row, Window window, ZoneId viewer) {
    return dates(row).stream().anyMatch(date -> window.overlaps(date, viewer));
  }

  /** Whether any date of an item or series takes place inside, for somebody in {@code viewer}. */
  public boolean overlaps(MailboxAppointment item, Window window, ZoneId viewer) {
    return mailboxSeries.overlaps(item, window, viewer);
  }

  /** When the row takes place, or every date of a series. */
  public List<When> dates(CrmAppointment row) {
    return row.series().isPresent() ? crmSeries.dates(row) : List.of(when(row));
  }

  @Override
  public Optional<FieldMerge.Result> merge(Field field, FieldMerge.Question question) {
    return SeriesMerge.merge(field, question, context);
  }

  /** The end of a series is behind the mailbox's, and the window has moved on since. */
  @Override
  public boolean stale(Base base) {
    return SeriesMerge.outgrown(base, context);
  }

  /**
   * When the row takes place, from base-zone columns; a completed row starts at do_by (schema rule
   * 36).
   */
  public When when(CrmAppointment row) {
    return whenLens.when(row);
  }

  @Override
  public boolean agree(Field field, String crm, String mailbox) {
    boolean sameTime =
        field == Field.WHEN
            && !SeriesTime.is(crm)
            && !SeriesTime.is(mailbox)
            && WhenLens.sameWallTime(crm, mailbox, context.reference().baseZone());
    return crm.equals(mailbox) || sameTime;
  }

  @Override
  public FieldValues readCrm(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    return row.series().isPresent() ? crmSeries.read(row) : readOne(row);
  }

  FieldValues readOne(CrmAppointment row) {
    return curtain.drawn(rawCrm(row));
  }

  private FieldValues rawCrm(CrmAppointment row) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (FieldLens lens : lenses) {
      lens.readCrm(row).ifPresent(text -> values.put(lens.field(), text));
    }
    return FieldValues.of(values);
  }

  @Override
  public FieldValues readMailbox(MailboxItem found, Optional<Base> base) {
    MailboxAppointment item = (MailboxAppointment) found;
    return master(item) ? mailboxSeries.read(item, base) : readOne(item, base);
  }

  private static boolean master(MailboxAppointment item) {
    return item.type() == CalendarItemType.MASTER;
  }

  FieldValues readOne(MailboxAppointment item, Optional<Base> base) {
    return curtain.drawn(rawMailbox(worn(item, base, FieldValues.none())));
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
    CrmAppointment row = (CrmAppointment) record;
    if (row.series().isPresent()) {
      return crmSeries.put(wanted, row);
    }
    if (wanted.get(Field.PATTERN).isPresent()) {
      throw new UnmappableException(
          Field.PATTERN, "A single follow-up can't become a series under the same key.");
    }
    return putOne(wanted, row);
  }

  CrmAppointment putOne(FieldValues wanted, CrmAppointment original) {
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
    MailboxAppointment item = (MailboxAppointment) found;
    boolean series = master(item) || wanted.get(Field.PATTERN).isPresent();
    return series ? mailboxSeries.put(wanted, item, base) : putOne(wanted, item, base);
  }

  MailboxAppointment putOne(FieldValues wanted, MailboxAppointment original, Optional<Base> base) {
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
    return wanted.get(Field.PATTERN).isPresent() ? crmSeries.create(wanted) : newOne(wanted);
  }

  CrmAppointment newOne(FieldValues wanted) {
    String time =
        wanted
            .get(Field.WHEN)
            .orElseThrow(() -> new UnmappableException(Field.WHEN, "An appointment needs a time."));
    boolean allDay = WhenText.parse(time, context.owner().zone()) instanceof When.AllDay;
    return putOne(wanted, new NewFollowUp(context).blank(allDay));
  }

  @Override
  public MailboxAppointment newMailbox(FieldValues wanted, CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    ZoneId zone =
        context.reference().zones().getOrDefault(row.preferredTzLocation(), context.owner().zone());
    When.Timed unset = new When.Timed(Instant.EPOCH, Instant.EPOCH, zone);
    MailboxAppointment blank = MailboxAppointment.blank(unset);
    if (wanted.get(Field.PATTERN).isPresent()) {
      return mailboxSeries.put(wanted, blank, Optional.empty());
    }
    String time = wanted.get(Field.WHEN).orElseGet(() -> WhenText.of(when(row)));
    return putMailbox(wanted.with(Field.WHEN, time), blank);
  }
}
