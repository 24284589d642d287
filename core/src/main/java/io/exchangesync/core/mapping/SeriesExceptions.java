package io.exchangesync.core.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exchangesync.core.model.Field;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What differs from a series, by original date; canonical text is JSON with dates and fields in
 * order, "" if nothing differs.
 */
record SeriesExceptions(Map<LocalDate, Change> byDate) {
  static final SeriesExceptions NONE = new SeriesExceptions(Map.of());

  /** Fields in which one date may differ; all others belong to the series as a whole. */
  static final Set<Field> FIELDS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Field.WHEN,
              Field.SUBJECT,
              Field.BODY,
              Field.LOCATION,
              Field.REMINDER,
              Field.FREE_BUSY));

  /** What each participant of a meeting may have of his own. */
  private static final Set<Field> EVERYBODYS = EnumSet.of(Field.REMINDER, Field.FREE_BUSY);

  /** What stays behind the curtain of a private series. */
  static final Set<Field> TEXTS =
      Collections.unmodifiableSet(EnumSet.of(Field.SUBJECT, Field.BODY, Field.LOCATION));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DELETED = "deleted";

  /**
   * How one date differs.
   *
   * @param fields canonical texts of what is different; empty if the date was deleted
   */
  record Change(boolean deleted, Map<Field, String> fields) {
    static final Change NONE = new Change(false, Map.of());
    static final Change GONE = new Change(true, Map.of());

    Change {
      EnumMap<Field, String> copy = new EnumMap<>(Field.class);
      copy.putAll(fields);
      fields = Collections.unmodifiableMap(copy);
    }

    private Change withOwn(Change invitees) {
      if (deleted || invitees.deleted) {
        return GONE;
      }
      Map<Field, String> all = new EnumMap<>(Field.class);
      all.putAll(fields);
      all.keySet().removeAll(EVERYBODYS);
      invitees.fields.forEach(
          (field, text) -> {
            if (EVERYBODYS.contains(field)) {
              all.put(field, text);
            }
          });
      return of(all);
    }

    private Change withTextsOf(Change other) {
      if (deleted) {
        return GONE;
      }
      Map<Field, String> all = new EnumMap<>(Field.class);
      all.putAll(fields);
      all.keySet().removeAll(TEXTS);
      other.fields.forEach(
          (field, text) -> {
            if (TEXTS.contains(field)) {
              all.put(field, text);
            }
          });
      return of(all);
    }

    static Change of(Map<Field, String> fields) {
      return fields.isEmpty() ? NONE : new Change(false, fields);
    }
  }

  SeriesExceptions {
    TreeMap<LocalDate, Change> copy = new TreeMap<>(byDate);
    copy.values().removeIf(Change.NONE::equals);
    byDate = Collections.unmodifiableMap(copy);
  }

  Change on(LocalDate date) {
    return byDate.getOrDefault(date, Change.NONE);
  }

  /**
   * These of an organizer, with what every invitee may have of his own: reminders, and dates gone.
   */
  SeriesExceptions withOwn(SeriesExceptions invitees) {
    Map<LocalDate, Change> all = new TreeMap<>(byDate);
    invitees.byDate.forEach((date, theirs) -> all.put(date, on(date).withOwn(theirs)));
    all.forEach((date, ours) -> all.put(date, ours.withOwn(invitees.on(date))));
    return new SeriesExceptions(all);
  }

  /** These with the texts of other ones, date by date; deleted dates have none. */
  SeriesExceptions withTextsOf(SeriesExceptions others) {
    Map<LocalDate, Change> all = new TreeMap<>(byDate);
    others.byDate.keySet().forEach(date -> all.putIfAbsent(date, Change.NONE));
    all.replaceAll((date, change) -> change.withTextsOf(others.on(date)));
    return new SeriesExceptions(all);
  }

  /** These with the texts of other ones on some of their dates; none = no text of their own. */
  SeriesExceptions withTextsOf(Optional<SeriesExceptions> others, Set<LocalDate> dates) {
    Map<LocalDate, Change> all = new TreeMap<>(byDate);
    dates.forEach(
        date -> {
          Change theirs = others.map(known -> known.on(date)).orElse(Change.NONE);
          all.put(date, on(date).withTextsOf(theirs));
        });
    return new SeriesExceptions(all);
  }

  String text() {
    if (byDate.isEmpty()) {
      return "";
    }
    ObjectNode dates = JSON.createObjectNode();
    byDate.forEach(
        (date, change) -> {
          if (change.deleted()) {
            dates.put(date.toString(), DELETED);
          } else {
            ObjectNode fields = dates.putObject(date.toString());
            change.fields().forEach((field, text) -> fields.put(field.name(), text));
          }
        });
    return dates.toString();
  }

  /**
   * Reads {@link #text()}.
   *
   * @throws UnmappableException if the text is none of ours
   */
  static SeriesExceptions parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    try {
      Map<LocalDate, Change> byDate = new TreeMap<>();
      JSON.readTree(text)
          .properties()
          .forEach(
              date -> {
                Map<Field, String> fields = new EnumMap<>(Field.class);
                date.getValue()
                    .properties()
                    .forEach(f -> fields.put(Field.valueOf(f.getKey()), f.getValue().asText()));
                boolean deleted = date.getValue().isTextual();
                byDate.put(LocalDate.parse(date.getKey()), new Change(deleted, fields));
              });
      return new SeriesExceptions(byDate);
    } catch (JsonProcessingException | java.time.DateTimeException | IllegalArgumentException e) {
      throw new UnmappableException(Field.EXCEPTIONS, "The exceptions can't be read.");
    }
  }
}
