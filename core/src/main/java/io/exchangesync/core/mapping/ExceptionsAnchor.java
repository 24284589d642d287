package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.SeriesExceptions.Change;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.series.Expansion;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says the same dates as exceptions from other common values.
 *
 * <p>What rows have in common is what most of them have; the mailbox's master says it itself. Where
 * most dates are exceptions the two differ, and exceptions must be told from one before they are
 * compared.
 */
final class ExceptionsAnchor {
  private final ZoneId zone;

  /**
   * @param zone of whole days
   */
  ExceptionsAnchor(ZoneId zone) {
    this.zone = zone;
  }

  /** The common values, those of {@code master} where some date is an exception because of them. */
  FieldValues anchor(FieldValues common, SeriesExceptions exceptions, FieldValues master) {
    FieldValues anchor = common;
    for (Field field : SeriesExceptions.FIELDS) {
      Optional<String> wanted = master.get(field);
      boolean hidden =
          wanted.isPresent()
              && !wanted.equals(common.get(field))
              && exceptions.byDate().entrySet().stream()
                  .anyMatch(
                      entry ->
                          value(field, entry.getKey(), wanted.get())
                              .equals(entry.getValue().fields().get(field)));
      if (hidden) {
        anchor = anchor.with(field, wanted.get());
      }
    }
    return anchor;
  }

  /** The same dates told as exceptions from {@code to} instead of {@code from}. */
  SeriesExceptions told(
      SeriesExceptions exceptions, Recurrence pattern, FieldValues from, FieldValues to) {
    boolean same =
        SeriesExceptions.FIELDS.stream().allMatch(field -> from.get(field).equals(to.get(field)));
    if (same) {
      return exceptions;
    }
    Map<LocalDate, Change> told = new TreeMap<>(exceptions.byDate());
    for (LocalDate date : Expansion.dates(pattern, Expansion.LAST_DAY, Expansion.MOST_DATES + 1)) {
      Change change = exceptions.on(date);
      if (!change.deleted()) {
        told.put(date, told(change, date, from, to));
      }
    }
    return new SeriesExceptions(told);
  }

  private Change told(Change change, LocalDate date, FieldValues from, FieldValues to) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.putAll(change.fields());
    for (Field field : SeriesExceptions.FIELDS) {
      Optional<String> before = from.get(field);
      Optional<String> after = to.get(field);
      if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
        continue;
      }
      String value = fields.getOrDefault(field, value(field, date, before.get()));
      if (value.equals(value(field, date, after.get()))) {
        fields.remove(field);
      } else {
        fields.put(field, value);
      }
    }
    return Change.of(fields);
  }

  private String value(Field field, LocalDate date, String common) {
    return field == Field.WHEN ? WhenText.of(SeriesTime.parse(common, zone).on(date)) : common;
  }
}
