package io.exchangesync.core.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The canonical reading of one side: a comparable text per field.
 *
 * <p>Two sides agree on a field when the texts are equal; a field that is absent is not carried by
 * that side.
 */
public final class FieldValues {
  private static final FieldValues NONE = new FieldValues(new EnumMap<>(Field.class));

  private final Map<Field, String> values;

  private FieldValues(EnumMap<Field, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  public static FieldValues none() {
    return NONE;
  }

  public static FieldValues of(Map<Field, String> values) {
    EnumMap<Field, String> copy = new EnumMap<>(Field.class);
    copy.putAll(values);
    return new FieldValues(copy);
  }

  public Optional<String> get(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  public FieldValues with(Field field, String value) {
    EnumMap<Field, String> copy = new EnumMap<>(Field.class);
    copy.putAll(values);
    copy.put(field, Objects.requireNonNull(value));
    return new FieldValues(copy);
  }

  public FieldValues without(Field field) {
    EnumMap<Field, String> copy = new EnumMap<>(Field.class);
    copy.putAll(values);
    copy.remove(field);
    return new FieldValues(copy);
  }

  /** Fields whose text differs, or that only one of the two carries. */
  public Set<Field> differingFrom(FieldValues other) {
    Set<Field> differing = EnumSet.noneOf(Field.class);
    for (Field field : Field.values()) {
      if (!Objects.equals(values.get(field), other.values.get(field))) {
        differing.add(field);
      }
    }
    return differing;
  }

  public Map<Field, String> asMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldValues that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
