package io.exchangesync.core.memory;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.When;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.core.port.CrmChanges;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.FollowUpType;
import io.exchangesync.core.port.LogPosition;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SuperOffice in memory: rows, stamps and a change log that names who changed what; takes part in
 * transactions.
 *
 * <p>Own writes are not reported by the change log, as the port promises.
 */
public final class MemoryCrmGateway implements CrmGateway, Transactional {
  /** Zone of the base-zone columns. */
  public static final ZoneId BASE_ZONE = ZoneId.of("Europe/Oslo");

  private static final int ARCHIVE_FROM = 100;

  private record LogRow(int id, CrmTouch touch) {}

  /** A rule is stamped once for each diary that has dates of it. */
  private record StampKey(int recordId, int associateId) {
    static StampKey of(int recordId, int associateId) {
      return new StampKey(recordId, SeriesKey.isSeries(recordId) ? associateId : 0);
    }
  }

  private final Clock clock;
  private final Map<Integer, DiaryOwner> owners = new HashMap<>();
  private Map<Integer, CrmAppointment> rows = new TreeMap<>();
  private final Map<String, CrmBooking.Participant> people = new HashMap<>();
  private final MemoryBookings bookings = new MemoryBookings();
  private Map<StampKey, Stamp> stamps = new HashMap<>();
  private Map<Integer, CrmSeries.Rule> rules = new TreeMap<>();
  private Map<Integer, LocalDateTime> originals = new HashMap<>();
  private List<LogRow> log = new ArrayList<>();
  private CrmCapabilities capabilities = new CrmCapabilities(true, 4000, 254, true);
  private int nextRecord = ARCHIVE_FROM;
  private int nextRule = 1;
  private int nextLog = 1;
  private int nextVersion = 1;

  public MemoryCrmGateway(Clock clock) {
    this.clock = clock;
  }

  /** Adds an associate with a diary in Oslo's zone. */
  public void addOwner(int associateId) {
    addOwner(associateId, BASE_ZONE);
  }

  /** Adds or changes an associate with a diary. */
  public void addOwner(int associateId, ZoneId zone) {
    owners.put(
        associateId,
        new DiaryOwner(
            associateId,
            "A" + associateId,
            1000 + associateId,
            1,
            zone,
            0,
            LocalTime.of(8, 0),
            LocalTime.of(16, 0)));
  }

  public void setCapabilities(CrmCapabilities found) {
    capabilities = found;
  }

  /** A SuperOffice user writes a new row; answers its key. */
  public int userCreates(CrmAppointment value) {
    int id = nextRecord++;
    bookings
        .create(value.with().recordId(id).build(), () -> nextRecord++)
        .forEach(row -> put(row.with(), CrmTouch.Change.WRITTEN, true));
    return id;
  }

  /** A SuperOffice user changes a row. */
  public void userEdits(int recordId, UnaryOperator<CrmAppointmentBuilder> edit) {
    CrmAppointment before = bookings.read(rows.get(recordId), rows);
    CrmAppointment changed = edit.apply(before.with()).updated(clock.instant()).build();
    store(bookings.update(before, changed, rows, () -> nextRecord++), true);
    CrmAppointment after = rows.get(recordId);
    if (after.associateId() != before.associateId()) {
      log.add(
          new LogRow(
              nextLog++,
              new CrmTouch(kind(after), recordId, before.associateId(), CrmTouch.Change.WRITTEN)));
    }
  }

  /** Something happens to another record that the change log names. */
  public void userTouches(CrmTouch touch) {
    log.add(new LogRow(nextLog++, touch));
  }

  /** A SuperOffice user deletes a row. */
  public void userDeletes(int recordId) {
    CrmAppointment gone = rows.remove(recordId);
    stamps.keySet().removeIf(key -> key.recordId() == recordId);
    leave(recordId, true);
    log.add(
        new LogRow(
            nextLog++,
            new CrmTouch(kind(gone), recordId, gone.associateId(), CrmTouch.Change.DELETED)));
  }

  /** Of a deleted booking, colleagues' rows are called off and keep the text; others go. */
  private void leave(int master, boolean logs) {
    for (CrmAppointment child : MemoryBookings.children(master, rows).toList()) {
      if (child.associateId() != 0 && !bookings.resource(child)) {
        put(child.with().status(10).updated(clock.instant()), CrmTouch.Change.WRITTEN, logs);
      } else {
        rows.remove(child.recordId());
        if (logs) {
          log.add(new LogRow(nextLog++, touch(child, CrmTouch.Change.DELETED)));
        }
      }
    }
  }

  private static CrmTouch touch(CrmAppointment row, CrmTouch.Change change) {
    return new CrmTouch(kind(row), row.recordId(), row.associateId(), change);
  }

  private void store(List<CrmAppointment> changed, boolean logs) {
    for (CrmAppointment row : changed) {
      if (row.recordId() < 0) {
        CrmAppointment gone = rows.remove(-row.recordId());
        if (logs) {
          log.add(new LogRow(nextLog++, touch(gone, CrmTouch.Change.DELETED)));
        }
      } else {
        put(row.with().updated(clock.instant()), CrmTouch.Change.WRITTEN, logs);
      }
    }
  }

  /** What a row says of the participants of a meeting that is owned outside. */
  public Optional<CrmBooking> externalParticipants(int recordId) {
    return bookings.external(recordId);
  }

  /** A row as it is read, whoever owns it. */
  public CrmAppointment row(int recordId) {
    return bookings.read(rows.get(recordId), rows);
  }

  /** A row disappears without a line in the change log (direct SQL). */
  public void vanishes(int recordId) {
    rows.remove(recordId);
    stamps.keySet().removeIf(key -> key.recordId() == recordId);
  }

  /**
   * A SuperOffice user writes a series: a rule and a row per start; answers its record id.
   *
   * @param template what every date has
   */
  public int userCreatesSeries(
      CrmAppointment template, CrmSeries.Rule rule, List<LocalDateTime> starts) {
    int id = nextRule++;
    rules.put(id, withId(rule, id));
    Duration length = Duration.between(template.doBy(), template.endDate());
    for (LocalDateTime start : starts) {
      userCreates(
          template
              .with()
              .ties(template.ties().withRule(id))
              .doBy(start)
              .activeDate(start)
              .endDate(start.plus(length))
              .build());
    }
    return SeriesKey.ofRule(id);
  }

  /** A SuperOffice user changes a rule's row and nothing else. */
  public void userEditsRule(int series, UnaryOperator<CrmSeries.Rule> edit) {
    rules.computeIfPresent(SeriesKey.rule(series), (id, rule) -> edit.apply(rule));
    log.add(
        new LogRow(
            nextLog++,
            new CrmTouch(
                Kind.APPOINTMENT,
                series,
                dates(SeriesKey.rule(series)).get(0).associateId(),
                CrmTouch.Change.WRITTEN)));
  }

  /** A SuperOffice user moves one date and has its original start remembered. */
  public void userMoves(int recordId, LocalDateTime to) {
    CrmAppointment row = rows.get(recordId);
    originals.putIfAbsent(recordId, row.doBy());
    Duration length = Duration.between(row.doBy(), row.endDate());
    userEdits(recordId, edit -> edit.doBy(to).activeDate(to).endDate(to.plus(length)));
  }

  /** A SuperOffice user makes rows the dates of a new series. */
  public int userMakesSeries(List<Integer> rowIds, CrmSeries.Rule rule) {
    int id = nextRule++;
    rules.put(id, withId(rule, id));
    rowIds.forEach(row -> userEdits(row, edit -> edit.ties(rows.get(row).ties().withRule(id))));
    return SeriesKey.ofRule(id);
  }

  /** A SuperOffice user deletes a series. */
  public void userDeletesSeries(int series) {
    dates(SeriesKey.rule(series)).forEach(row -> userDeletes(row.recordId()));
    rules.remove(SeriesKey.rule(series));
  }

  /** Rows of a series, by start. */
  public List<CrmAppointment> dates(int rule) {
    return rows.values().stream()
        .filter(row -> row.ties().recurrenceRuleId() == rule)
        .sorted(Comparator.comparing(CrmAppointment::doBy))
        .toList();
  }

  public CrmSeries.Rule rule(int series) {
    return rules.get(SeriesKey.rule(series));
  }

  /** Records of one diary: rows, and series as one each. */
  public List<CrmAppointment> records(int associateId) {
    Map<Integer, CrmAppointment> records = new LinkedHashMap<>();
    diary(associateId)
        .forEach(
            row -> findIn(associateId, recordId(row)).ifPresent(r -> records.put(r.recordId(), r)));
    return List.copyOf(records.values());
  }

  private int recordId(CrmAppointment row) {
    int rule = row.ties().recurrenceRuleId();
    return rules.containsKey(rule) && !custom(rule) ? SeriesKey.ofRule(rule) : row.recordId();
  }

  private boolean custom(int rule) {
    return rules.containsKey(rule) && rules.get(rule).customDates();
  }

  private Optional<CrmAppointment> find(int recordId) {
    if (!SeriesKey.isSeries(recordId)) {
      return Optional.ofNullable(rows.get(recordId))
          .filter(r -> recordId(r) == recordId)
          .map(r -> bookings.read(r, rows))
          .map(r -> custom(r.ties().recurrenceRuleId()) ? asCustomDate(r) : r);
    }
    int rule = SeriesKey.rule(recordId);
    return series(recordId, dates(rule).stream().filter(row -> !row.bookingChild()).toList());
  }

  /** As one diary has it: what its owner is invited to before what somebody organizes. */
  private Optional<CrmAppointment> findIn(int associateId, int recordId) {
    return SeriesKey.isSeries(recordId)
        ? series(recordId, datesIn(associateId, SeriesKey.rule(recordId)))
        : find(recordId);
  }

  private static CrmAppointment asCustomDate(CrmAppointment row) {
    return row.with().ties(row.ties().asCustomDate()).build();
  }

  private List<CrmAppointment> datesIn(int associateId, int rule) {
    List<CrmAppointment> invited =
        dates(rule).stream()
            .filter(row -> row.bookingChild() && row.associateId() == associateId)
            .toList();
    return invited.isEmpty()
        ? dates(rule).stream().filter(row -> !row.bookingChild()).toList()
        : invited;
  }

  private Optional<CrmAppointment> series(int recordId, List<CrmAppointment> found) {
    CrmSeries.Rule rule = rules.get(SeriesKey.rule(recordId));
    List<CrmAppointment> dates = found.stream().map(row -> bookings.read(row, rows)).toList();
    if (dates.isEmpty() || rule == null || rule.customDates()) {
      return Optional.empty();
    }
    List<Integer> ids = dates.stream().map(CrmAppointment::recordId).sorted().toList();
    List<CrmSeries.Occurrence> occurrences =
        dates.stream()
            .map(
                row ->
                    new CrmSeries.Occurrence(
                        Optional.ofNullable(originals.get(row.recordId())), row))
            .toList();
    String versions =
        dates.stream().map(CrmAppointment::version).collect(Collectors.joining(",", "s", ""));
    return Optional.of(
        dates
            .get(0)
            .with()
            .recordId(recordId)
            .ties(motherOf(dates.get(0), recordId))
            .keys(new CrmKeys(0, 0, 0, ids))
            .series(Optional.of(new CrmSeries(rule, occurrences)))
            .updated(
                dates.stream().map(CrmAppointment::updated).max(Comparator.naturalOrder()).get())
            .version(Integer.toHexString(rule.hashCode()) + versions)
            .build());
  }

  /** A series whose dates are booking masters is one itself. */
  private static CrmTies motherOf(CrmAppointment date, int series) {
    return date.bookingMaster() ? date.ties().withMother(series) : date.ties();
  }

  private static CrmSeries.Rule withId(CrmSeries.Rule rule, int id) {
    return new CrmSeries.Rule(
        id,
        rule.pattern(),
        rule.subPattern(),
        rule.weekdays(),
        rule.startDate(),
        rule.endDate(),
        rule.cyclicDay(),
        rule.cyclicWeek(),
        rule.cyclicMonth());
  }

  /** All rows of one diary, by key. */
  public List<CrmAppointment> diary(int associateId) {
    return rows.values().stream()
        .filter(row -> row.associateId() == associateId)
        .map(row -> bookings.read(row, rows))
        .toList();
  }

  private CrmAppointment put(CrmAppointmentBuilder builder, CrmTouch.Change change, boolean logs) {
    CrmAppointment row = builder.version("v" + nextVersion++).build();
    if (row.keys().equals(CrmKeys.NONE)) {
      row =
          row.with().keys(new CrmKeys(row.recordId() + 10_000, 0, row.recordId() + 20_000)).build();
    }
    rows.put(row.recordId(), row);
    if (logs) {
      log.add(
          new LogRow(nextLog++, new CrmTouch(kind(row), recordId(row), row.associateId(), change)));
      int personId = row.references().personId();
      if (personId != 0) {
        userTouches(
            new CrmTouch(Kind.CONTACT, personId, row.associateId(), CrmTouch.Change.WRITTEN));
      }
    }
    return row;
  }

  @Override
  public CrmCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public CrmReferenceData referenceData() {
    return new CrmReferenceData(
        BASE_ZONE,
        List.of(
            new FollowUpType(1, "Meeting", 1, 1, false),
            new FollowUpType(2, "Phone call", 2, 5, false),
            new FollowUpType(3, "To-do", 3, 6, false)),
        List.of(1, 2, 3),
        Map.of(1, BASE_ZONE, 2, ZoneId.of("Europe/London")));
  }

  @Override
  public Optional<DiaryOwner> owner(int associateId) {
    return Optional.ofNullable(owners.get(associateId));
  }

  @Override
  public LogPosition logEnd() {
    return new LogPosition(nextLog - 1);
  }

  @Override
  public CrmChanges changesSince(LogPosition position) {
    Map<String, CrmTouch> touches = new LinkedHashMap<>();
    log.stream()
        .filter(row -> row.id() > position.logId())
        .forEach(
            row ->
                touches.put(
                    row.touch().kind()
                        + "/"
                        + row.touch().recordId()
                        + "/"
                        + row.touch().associateId(),
                    row.touch()));
    return new CrmChanges(List.copyOf(touches.values()), logEnd(), true);
  }

  @Override
  public Map<Integer, CrmAppointment> read(Collection<Integer> recordIds) {
    Map<Integer, CrmAppointment> found = new HashMap<>();
    recordIds.forEach(id -> find(id).ifPresent(record -> found.put(id, record)));
    return found;
  }

  @Override
  public Map<Integer, CrmAppointment> readIn(int associateId, Collection<Integer> recordIds) {
    Map<Integer, CrmAppointment> found = new HashMap<>();
    recordIds.forEach(id -> findIn(associateId, id).ifPresent(record -> found.put(id, record)));
    return found;
  }

  @Override
  public List<CrmHead> list(Kind kind, int associateId, Window window) {
    ZoneId zone = owners.get(associateId).zone();
    return diary(associateId).stream()
        .filter(row -> kind(row) == kind && row.ties().documentId() == 0)
        .filter(
            row -> kind == Kind.TASK && !row.completed() || window.overlaps(span(row, zone), zone))
        .map(this::recordId)
        .distinct()
        .flatMap(id -> findIn(associateId, id).stream())
        .map(one -> new CrmHead(one.recordId(), one.doBy(), one.endDate(), one.version()))
        .toList();
  }

  /** Diary rows of one associate that overlap a window. */
  public List<CrmAppointment> inside(int associateId, Window window) {
    ZoneId zone = owners.get(associateId).zone();
    return diary(associateId).stream()
        .filter(row -> kind(row) == Kind.APPOINTMENT && row.ties().documentId() == 0)
        .filter(row -> window.overlaps(span(row, zone), zone))
        .toList();
  }

  private static Kind kind(CrmAppointment row) {
    return row.type() == CrmAppointment.TO_DO || row.type() == CrmAppointment.TO_DO_BOOKING
        ? Kind.TASK
        : Kind.APPOINTMENT;
  }

  private static When span(CrmAppointment row, ZoneId zone) {
    if (kind(row) == Kind.TASK) {
      boolean late = row.done().isAfter(row.doBy());
      return new When.AllDay(
          (late ? row.doBy() : row.done()).toLocalDate(),
          (late ? row.done() : row.doBy()).toLocalDate());
    }
    return new When.Timed(
        row.doBy().atZone(BASE_ZONE).toInstant(),
        row.endDate().atZone(BASE_ZONE).toInstant(),
        zone);
  }

  @Override
  public Map<Integer, Stamp> stamps(Kind kind, int associateId) {
    Map<Integer, Stamp> found = new HashMap<>();
    records(associateId).stream()
        .filter(row -> kind(row) == kind)
        .forEach(
            row ->
                Optional.ofNullable(stamps.get(StampKey.of(row.recordId(), associateId)))
                    .ifPresent(stamp -> found.put(row.recordId(), stamp)));
    return found;
  }

  /** Makes somebody known by an address. */
  public void addPerson(CrmBooking.Participant person) {
    people.put(person.email(), person);
  }

  /** A SuperOffice user gives a person, or the person of an associate, these e-mail addresses. */
  public void userSetsAddresses(CrmBooking.Participant person, List<String> addresses) {
    people.values().removeIf(one -> one.personId() == person.personId());
    addresses.forEach(each -> people.putIfAbsent(each, person.with(each)));
    bookings.addresses(person.personId(), addresses);
  }

  @Override
  public Map<String, CrmBooking.Participant> people(Collection<String> addresses) {
    Map<String, CrmBooking.Participant> found = new HashMap<>();
    for (String address : addresses) {
      String key = address.toLowerCase(Locale.ROOT);
      Optional.ofNullable(people.get(key)).ifPresent(known -> found.put(key, known));
    }
    return found;
  }

  @Override
  public List<Integer> reserve(int count) {
    int first = nextRecord;
    nextRecord += count;
    return IntStream.range(first, nextRecord).boxed().toList();
  }

  @Override
  public List<Integer> reserveSeries(int count) {
    int first = nextRule;
    nextRule += count;
    return IntStream.range(first, nextRule).mapToObj(SeriesKey::ofRule).toList();
  }

  @Override
  public List<CrmOutcome> apply(List<CrmWrite> writes) {
    return writes.stream().map(this::apply).toList();
  }

  private CrmOutcome apply(CrmWrite write) {
    if (write instanceof CrmWrite.Create create) {
      CrmAppointment value = (CrmAppointment) create.value();
      stamps.put(StampKey.of(value.recordId(), value.associateId()), create.stamp());
      if (value.series().isPresent()) {
        return writeSeries(value);
      }
      bookings
          .create(value, () -> nextRecord++)
          .forEach(
              row -> put(row.with().registered(clock.instant()), CrmTouch.Change.WRITTEN, false));
      return written(row(value.recordId()));
    }
    if (write instanceof CrmWrite.PutStamp stamp) {
      int diary = stamp.stamp().associateId();
      if (findIn(diary, stamp.recordId()).isEmpty()) {
        return new CrmOutcome.ChangedMeanwhile();
      }
      stamps.put(StampKey.of(stamp.recordId(), diary), stamp.stamp());
      return written(findIn(diary, stamp.recordId()).orElseThrow());
    }
    CrmRecord before = before(write);
    int diary = ((CrmAppointment) before).associateId();
    CrmAppointment now = findIn(diary, before.recordId()).orElse(null);
    if (now == null || !now.version().equals(before.version())) {
      return new CrmOutcome.ChangedMeanwhile();
    }
    if (write instanceof CrmWrite.Update update) {
      CrmAppointment value = (CrmAppointment) update.after();
      if (value.series().isPresent()) {
        return writeSeries(value);
      }
      CrmAppointment wanted = own(now, value);
      String gone = MemoryBookings.gone((CrmAppointment) before, wanted);
      store(bookings.update((CrmAppointment) before, wanted, rows, () -> nextRecord++), false);
      return written(row(value.recordId())).with(gone);
    }
    if (write instanceof CrmWrite.Turn turn) {
      return turn(turn);
    }
    if (now.ties().activeLinks() > 0 || now.ties().milestone()) {
      return new CrmOutcome.Refused("appointment.activeLinks or isMilestone is set");
    }
    List<Integer> going =
        SeriesKey.isSeries(before.recordId()) ? before.keys().rows() : List.of(before.recordId());
    stamps.remove(StampKey.of(before.recordId(), diary));
    for (int row : going) {
      rows.remove(row);
      leave(row, false);
    }
    return new CrmOutcome.Deleted("{\"appointment\":[" + before.recordId() + "]}");
  }

  private static CrmRecord before(CrmWrite write) {
    if (write instanceof CrmWrite.Turn turn) {
      return turn.before();
    }
    return write instanceof CrmWrite.Update update
        ? update.before()
        : ((CrmWrite.Delete) write).before();
  }

  private CrmOutcome turn(CrmWrite.Turn turn) {
    CrmAppointment before = (CrmAppointment) turn.before();
    CrmAppointment after = (CrmAppointment) turn.after();
    stamps.remove(StampKey.of(before.recordId(), before.associateId()));
    stamps.put(StampKey.of(after.recordId(), after.associateId()), turn.stamp());
    if (after.series().isPresent()) {
      rows.computeIfPresent(
          before.recordId(),
          (id, row) ->
              row.with().ties(row.ties().withRule(SeriesKey.rule(after.recordId()))).build());
      return writeSeries(after);
    }
    int rule = SeriesKey.rule(before.recordId());
    List<Integer> going =
        before.keys().rows().stream()
            .filter(id -> id != after.recordId() && !turn.kept().contains(id))
            .toList();
    going.forEach(rows::remove);
    put(after.with(), CrmTouch.Change.WRITTEN, false);
    originals.remove(after.recordId());
    Optional<LocalDateTime> end =
        dates(rule).stream().map(CrmAppointment::doBy).max(Comparator.naturalOrder());
    end.ifPresentOrElse(
        last -> rules.computeIfPresent(rule, (id, known) -> known.endingAt(last)),
        () -> rules.remove(rule));
    return new CrmOutcome.Written(
        row(after.recordId()).version(),
        row(after.recordId()).keys(),
        going.isEmpty() ? "" : "{\"appointment\":" + going + "}");
  }

  private static CrmAppointment own(CrmAppointment now, CrmAppointment wanted) {
    return now.bookingChild() ? MemoryBookings.inviteesOwn(now, wanted) : wanted;
  }

  /** Brings rule and rows to what the value says: rows without a key are new, others may go. */
  private CrmOutcome writeSeries(CrmAppointment value) {
    CrmSeries series = value.series().orElseThrow();
    int rule = SeriesKey.rule(value.recordId());
    Map<Integer, CrmAppointment> before = new HashMap<>();
    datesIn(value.associateId(), rule)
        .forEach(row -> before.put(row.recordId(), bookings.read(row, rows)));
    rules.put(rule, withId(series.rule(), rule));
    List<Integer> after = new ArrayList<>();
    for (CrmSeries.Occurrence date : series.occurrences()) {
      int id = date.row().recordId() == 0 ? nextRecord++ : date.row().recordId();
      after.add(id);
      CrmAppointment row =
          date.row().with().recordId(id).ties(date.row().ties().withRule(rule)).build();
      if (!before.containsKey(id)) {
        bookings
            .create(row, () -> nextRecord++)
            .forEach(
                each ->
                    put(each.with().registered(clock.instant()), CrmTouch.Change.WRITTEN, false));
      } else if (!row.equals(before.get(id))) {
        store(
            bookings.update(before.get(id), own(before.get(id), row), rows, () -> nextRecord++),
            false);
      }
      date.originalStart()
          .ifPresentOrElse(start -> originals.put(id, start), () -> originals.remove(id));
    }
    List<Integer> gone =
        before.keySet().stream().filter(id -> !after.contains(id)).sorted().toList();
    for (int id : gone) {
      rows.remove(id);
      leave(id, false);
    }
    return written(findIn(value.associateId(), value.recordId()).orElseThrow())
        .with(gone.isEmpty() ? "" : "{\"appointment\":" + gone + "}");
  }

  private static CrmOutcome.Written written(CrmAppointment row) {
    return new CrmOutcome.Written(row.version(), row.keys());
  }

  @Override
  public Runnable savepoint() {
    Map<Integer, CrmAppointment> oldRows = new TreeMap<>(rows);
    Map<StampKey, Stamp> oldStamps = new HashMap<>(stamps);
    Map<Integer, CrmSeries.Rule> oldRules = new TreeMap<>(rules);
    Map<Integer, LocalDateTime> oldOriginals = new HashMap<>(originals);
    List<LogRow> oldLog = new ArrayList<>(log);
    return () -> {
      rows = oldRows;
      stamps = oldStamps;
      rules = oldRules;
      originals = oldOriginals;
      log = oldLog;
    };
  }
}
