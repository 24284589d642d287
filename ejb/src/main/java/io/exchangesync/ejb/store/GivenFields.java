package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Field;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The fields of {@code Base.TRACED} as bits of a column; a bit never changes its meaning. */
final class GivenFields {
  private static final Map<Field, Integer> BITS =
      Map.of(
          Field.SUBJECT, 1,
          Field.BODY, 2,
          Field.LOCATION, 4,
          Field.EXCEPTIONS, 8,
          Field.PRIVACY, 16);

  private GivenFields() {}

  static int bits(Set<Field> fields) {
    return fields.stream().mapToInt(field -> BITS.getOrDefault(field, 0)).sum();
  }

  static Set<Field> of(int bits) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    BITS.forEach(
        (field, bit) -> {
          if ((bits & bit) != 0) {
            fields.add(field);
          }
        });
    return fields;
  }
}
