package io.exchangesync.simulator.series;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.zones.Times;
import io.exchangesync.simulator.zones.WindowsZones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stored master with its occurrences. An occurrence is an item that is stored nowhere: the
 * master's properties at another time, with what is different on its date; it keeps the wall time
 * of the master's zone and has the master's number and change key.
 */
public final class Series {
  public static final String RECURRENCE = "calendar:Recurrence";
  public static final String TYPE = "calendar:CalendarItemType";
  public static final String ORIGINAL_START = "calendar:OriginalStart";

  /** The date of an occurrence in its series, which is its identity there. */
  public static final String DATE = "occurrence:Date";

  /** The same of an item that stands for one occurrence of a series its mailbox does not have. */
  public static final String ORPHAN_DATE = "occurrence:OrphanDate";

  static final String START = "calendar:Start";
  static final String END = "calendar:End";
  public static final String RECURRENCE_ID = "calendar:RecurrenceId";

  private final Item master;
  private final Expansion expansion;
  private final ZoneId zone;
  private final LocalDateTime start;
  private final Duration length;
  private final NavigableMap<LocalDate, Map<String, Value>> exceptions;

  private Series(Item master, Value.Xml recurrence) {
    this.master = master;
    this.expansion = Expansion.of(recurrence);
    this.zone = zone(master.properties());
    this.start = wall(master, START);
    this.length = Duration.between(start, wall(master, END));
    this.exceptions = Exceptions.in(master.properties());
  }

  /** The series of a master; other items have none. */
  public static Optional<Series> of(Item item) {
    return item.properties().get(RECURRENCE) instanceof Value.Xml stored
        ? Optional.of(new Series(item, stored))
        : Optional.empty();
  }

  /** The zone of a calendar item's wall times. */
  public static ZoneId zone(Map<String, Value> properties) {
    return properties.get("calendar:StartTimeZone") instanceof Value.Text t
        ? WindowsZones.byId(t.text()).orElseThrow().zone()
        : ZoneId.of("UTC");
  }

  /** The id of an item or of an occurrence. */
  public static String id(String mailbox, Item item) {
    return item.text(DATE)
        .map(date -> Ids.occurrence(mailbox, item.number(), LocalDate.parse(date)))
        .orElseGet(() -> Ids.item(mailbox, item.number()));
  }

  public Expansion expansion() {
    return expansion;
  }

  public ZoneId zone() {
    return zone;
  }

  /** The wall time at which occurrences begin. */
  public LocalTime startTime() {
    return start.toLocalTime();
  }

  /**
   * The occurrence with that index.
   *
   * @param index from 1, deleted occurrences counted
   * @throws EwsError when there is none or it is deleted
   */
  public Item at(int index) {
    LocalDate date =
        expansion
            .at(index)
            .orElseThrow(
                () ->
                    new EwsError(
                        "ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange",
                        "Occurrence with this index is out of recurrence range."));
    return on(date)
        .orElseThrow(
            () ->
                new EwsError(
                    "ErrorCalendarOccurrenceIsDeletedFromRecurrence",
                    "Occurrence with this index was previously deleted from the recurrence."));
  }

  /** The occurrence that belongs to the date, unless it is deleted. */
  public Optional<Item> on(LocalDate date) {
    Map<String, Value> exception = exceptions.getOrDefault(date, Map.of());
    if (Exceptions.isDeleted(exception) || !expansion.contains(date)) {
      return Optional.empty();
    }
    Map<String, Value> properties = plain(date);
    if (!exception.isEmpty()) {
      properties.put(TYPE, Value.of("Exception"));
      Exceptions.apply(exception, properties);
    }
    return Optional.of(item(properties));
  }

  /** Occurrences that may touch the time; callers look again at their times. */
  public List<Item> around(Instant from, Instant to) {
    LocalDate first = from.atZone(zone).minus(length).toLocalDate().minusDays(1);
    LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
    List<LocalDate> dates = new ArrayList<>(expansion.between(first, last));
    exceptions.keySet().stream().filter(date -> !dates.contains(date)).forEach(dates::add);
    return dates.stream().map(this::on).flatMap(Optional::stream).toList();
  }

  /** The first occurrence that is not deleted. */
  public Optional<Item> first() {
    return expansion
        .at(1)
        .flatMap(
            date ->
                Stream.concat(
                        Stream.of(date), expansion.after(date, exceptions.size() + 1).stream())
                    .map(this::on)
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  /** The last occurrence that is not deleted, of a series that ends. */
  public Optional<Item> last() {
    return expansion
        .last()
        .flatMap(
            date ->
                Stream.concat(
                        Stream.of(date), expansion.before(date, exceptions.size() + 1).stream())
                    .map(this::on)
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  /** The occurrences that differ from the master, by their dates. */
  public List<Item> modified() {
    return exceptions.keySet().stream().map(this::on).flatMap(Optional::stream).toList();
  }

  /** When the deleted occurrences would have begun. */
  public List<Instant> deleted() {
    return exceptions.entrySet().stream()
        .filter(entry -> Exceptions.isDeleted(entry.getValue()))
        .map(entry -> originalStart(entry.getKey()))
        .toList();
  }

  /** The master with an occurrence on the date again, if that one was deleted. */
  public Item restored(LocalDate date) {
    if (!Exceptions.isDeleted(exceptions.getOrDefault(date, Map.of()))) {
      return master;
    }
    Map<String, Value> properties = new HashMap<>(master.properties());
    properties.remove(Exceptions.deletedKey(date));
    return item(properties);
  }

  /** The nearest occurrences left before (or after) a date. */
  Optional<Item> neighbour(List<LocalDate> dates) {
    return dates.stream().map(this::on).flatMap(Optional::stream).findFirst();
  }

  int exceptionCount() {
    return exceptions.size();
  }

  Duration length() {
    return length;
  }

  /** The date's occurrence without its exception. */
  Map<String, Value> plain(LocalDate date) {
    Map<String, Value> properties = new HashMap<>();
    master
        .properties()
        .forEach(
            (key, value) -> {
              if (!Exceptions.isKey(key) && !key.equals(RECURRENCE)) {
                properties.put(key, value);
              }
            });
    String original = Times.format(originalStart(date));
    LocalDateTime end = date.atTime(start.toLocalTime()).plus(length);
    properties.put(START, Value.of(original));
    properties.put(END, Value.of(Times.format(end.atZone(zone).toInstant())));
    properties.put("item:ReminderDueBy", Value.of(original));
    properties.put(ORIGINAL_START, Value.of(original));
    properties.put(RECURRENCE_ID, Value.of(original));
    properties.put(DATE, Value.of(date.toString()));
    properties.put(TYPE, Value.of("Occurrence"));
    return properties;
  }

  private Item item(Map<String, Value> properties) {
    return new Item(
        master.number(),
        master.folder(),
        master.created(),
        master.modified(),
        properties,
        Map.of());
  }

  private Instant originalStart(LocalDate date) {
    return date.atTime(start.toLocalTime()).atZone(zone).toInstant();
  }

  private LocalDateTime wall(Item item, String uri) {
    return Instant.parse(item.text(uri).orElseThrow()).atZone(zone).toLocalDateTime();
  }
}
