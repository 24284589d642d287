package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.When;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.port.FollowUpType;
import io.exchangesync.core.series.PatternText;
import io.exchangesync.core.settings.MeetingSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The mapping of appointments: one lens per field (sync-rules section 2). */
public final class AppointmentMapping implements ItemMapping {
  private static final int VERSION = 1;

  private final MappingContext context;
  private final People people;
  private final WhenLens whenLens;
  private final FollowUpLenses lenses;
  private final CrmSeriesMapping crmSeries;
  private final MailboxSeriesMapping mailboxSeries;

  /** The mapping of what is no meeting. */
  public AppointmentMapping(MappingContext context) {
    this(context, People.NOBODY, MeetingSettings.DEFAULTS);
  }

  public AppointmentMapping(MappingContext context, People people, MeetingSettings meetings) {
    this.context = context;
    this.people = people;
    this.whenLens = new WhenLens(context);
    SubjectDecorations decorations = new SubjectDecorations(context);
    this.lenses =
        new FollowUpLenses(
            List.of(
                whenLens,
                new DecorationLens(decorations, meetings),
                new SubjectLens(context, decorations),
                new BodyLens(context),
                new LocationLens(context),
                new ReminderLens(context),
                new FreeBusyLens(),
                new PrivacyLens(),
                new CategoryLens(context, FollowUpType.APPOINTMENT),
                new ImportanceLens(context),
                new ReferencesLens(),
                new ParticipantsLens(people, meetings.invitations()),
                new OutsidersLens(context, people),
                new ResponseLens()),
            new PrivateCurtain(context.settings().privateItems(), "Private appointment"));
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

  @Override
  public boolean overlaps(MailboxItem item, Window window, ZoneId viewer) {
    return mailboxSeries.overlaps((MailboxAppointment) item, window, viewer);
  }

  @Override
  public List<When> dates(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    return row.series().isPresent() ? crmSeries.dates(row) : List.of(whenOne(row));
  }

  @Override
  public CrmRecord onlyDates(CrmRecord record, Predicate<CrmRecord> stays) {
    CrmAppointment row = (CrmAppointment) record;
    return row.series().isPresent() ? crmSeries.onlyDates(row, stays) : row;
  }

  @Override
  public Optional<FieldMerge.Result> merge(Field field, FieldMerge.Question question) {
    return switch (field) {
      case PARTICIPANTS -> participants(question);
      case OUTSIDERS ->
          Optional.of(hidden(question) ? FieldMerge.Result.NOTHING : OutsidersLens.merge(question));
      case RESPONSE -> ResponseMerge.merge(question);
      default ->
          ShapeMerge.merge(field, question, withheld(question))
              .or(() -> SeriesMerge.merge(field, question, context, withheld(question)));
    };
  }

  private Set<Field> withheld(FieldMerge.Question question) {
    Set<Field> withheld = new HashSet<>(withheld(question.crm()));
    withheld.addAll(withheld(question.mailbox()));
    return withheld;
  }

  /** Of single dates the texts only are withheld; who became known since is no edit. */
  @Override
  public FieldValues asAgreed(FieldValues now, FieldValues agreed, Set<Field> withheld) {
    FieldValues read = ItemMapping.super.asAgreed(now, agreed, withheld);
    Optional<String> guests = read.get(Field.PARTICIPANTS);
    Optional<String> before = agreed.get(Field.PARTICIPANTS);
    FieldValues values =
        guests.isPresent() && before.isPresent()
            ? read.with(Field.PARTICIPANTS, Guests.asAgreed(guests.get(), before.get()))
            : read;
    Optional<String> dates = now.get(Field.EXCEPTIONS);
    boolean texts = withheld.contains(Field.SUBJECT) && agreed.get(Field.EXCEPTIONS).isPresent();
    return dates.isEmpty() || !texts
        ? values
        : values.with(
            Field.EXCEPTIONS,
            SeriesExceptions.parse(dates.get())
                .withTextsOf(SeriesExceptions.parse(agreed.get(Field.EXCEPTIONS).orElseThrow()))
                .text());
  }

  @Override
  public Base agreed(Base now, Base before, MailboxItem item) {
    return mailboxSeries.agreed(now, before, (MailboxAppointment) item);
  }

  @Override
  public FieldValues unveiled(CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    return row.series().isPresent() ? crmSeries.unveiled(row) : lenses.rawCrm(row);
  }

  @Override
  public FieldValues unveiled(MailboxItem found, Optional<Base> base) {
    MailboxAppointment item = (MailboxAppointment) found;
    return master(item) ? mailboxSeries.unveiled(item, base) : rawOne(item, base);
  }

  FieldValues rawOne(CrmAppointment row) {
    return lenses.rawCrm(row);
  }

  FieldValues rawOne(MailboxAppointment item, Optional<Base> base) {
    return lenses.rawMailbox(item, base);
  }

  @Override
  public MailboxItem veiled(MailboxItem item, Set<Field> texts, Optional<Base> base) {
    return mailboxSeries.veiled((MailboxAppointment) item, texts, base);
  }

  MailboxAppointment veiledOne(MailboxAppointment item, Set<Field> texts, Optional<Base> base) {
    return (MailboxAppointment) lenses.veiled(item, texts, base);
  }

  private boolean hidden(FieldMerge.Question question) {
    return withheld(question).contains(Field.PARTICIPANTS);
  }

  private Optional<FieldMerge.Result> participants(FieldMerge.Question question) {
    boolean booked = question.crm().get(Field.PARTICIPANTS).isPresent();
    boolean unknown = booked && !agreedOnParticipants(question.base());
    boolean silent = unknown && question.mailbox().get(Field.PARTICIPANTS).isEmpty();
    if (hidden(question) || silent) {
      return Optional.of(FieldMerge.Result.NOTHING);
    }
    return unknown
        ? Optional.of(ParticipantsMerge.first(question, who -> !people.addresses(who).isEmpty()))
        : ParticipantsMerge.merge(question);
  }

  /**
   * Whether it is known who took part in SuperOffice when both sides agreed: that was read, and
   * says of everybody who he is.
   */
  private boolean agreedOnParticipants(Optional<Base> base) {
    Optional<FieldValues> crm = base.map(Base::crm).filter(values -> !values.asMap().isEmpty());
    Optional<String> participants = crm.flatMap(values -> values.get(Field.PARTICIPANTS));
    return participants.isPresent()
        ? Guests.parse(participants.get()).keySet().stream().noneMatch(Who::bareAddress)
        : crm.filter(values -> !withheld(values).contains(Field.PARTICIPANTS)).isPresent();
  }

  @Override
  public Set<Field> withheld(FieldValues read) {
    return lenses.withheld(read);
  }

  /** Of a colleague's series, one's own reminders stay and dates that are not wanted go. */
  @Override
  public String owned(Field field, String own, String merged) {
    return field == Field.EXCEPTIONS
        ? SeriesExceptions.parse(own).withOwn(SeriesExceptions.parse(merged)).text()
        : own;
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
  @Override
  public Optional<When> when(CrmRecord row) {
    return Optional.of(whenOne((CrmAppointment) row));
  }

  When whenOne(CrmAppointment row) {
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
    return lenses.readCrm(row);
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
    return lenses.readMailbox(item, base);
  }

  @Override
  public CrmAppointment putCrm(FieldValues wanted, CrmRecord record) {
    CrmAppointment row = (CrmAppointment) record;
    if (row.series().isPresent()) {
      return crmSeries.put(wanted, row);
    }
    return wanted.get(Field.PATTERN).isPresent()
        ? crmSeries.turned(wanted, row)
        : putOne(wanted, row);
  }

  CrmAppointment putOne(FieldValues wanted, CrmAppointment original) {
    return lenses.putCrm(wanted, original);
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
    return (MailboxAppointment) lenses.putMailbox(wanted, original, base);
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

  /** A meeting of somebody outside is owned there; a meeting of the owner's becomes a booking. */
  @Override
  public CrmAppointment newCrm(FieldValues wanted, MailboxItem found) {
    MailboxAppointment item = (MailboxAppointment) found;
    CrmAppointment row = newCrm(wanted);
    return switch (item.meetingRole()) {
      case NONE -> row;
      case ORGANIZER -> row.onEachRow(each -> booked(each, item.uid()));
      case ATTENDEE -> row.onEachRow(each -> outside(each, item));
    };
  }

  private static CrmAppointment booked(CrmAppointment row, String uid) {
    return row.with()
        .booking(row.booking().map(known -> new CrmBooking(known.participants(), uid)))
        .build();
  }

  private static CrmAppointment outside(CrmAppointment row, MailboxAppointment item) {
    return row.with()
        .ties(row.ties().ownedByExchange())
        .booking(item.meeting().map(each -> outside(each, item.uid())))
        .build();
  }

  private static CrmBooking outside(Meeting meeting, String uid) {
    return new CrmBooking(
        meeting.attendees().stream()
            .map(
                one ->
                    new CrmBooking.Participant(
                        0,
                        0,
                        0,
                        Replies.type(one.response(), Replies.BOOKING),
                        Replies.status(one.response()),
                        one.address().smtp(),
                        one.address().name(),
                        one.part() == Meeting.Part.RESOURCE))
            .toList(),
        uid);
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
    String time = wanted.get(Field.WHEN).orElseGet(() -> WhenText.of(whenOne(row)));
    return putMailbox(wanted.with(Field.WHEN, time), blank);
  }
}
