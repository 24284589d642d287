package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import java.util.Map;
import java.util.Set;

/**
 * Setting private.items = time-only: of a private item both sides read neutral texts, so that
 * nothing but the time leaves and what hides behind the curtain never reads as an edit. Who is
 * invited is not read at all: an empty list would take everybody out on the other side.
 */
final class PrivateCurtain {
  private final PrivateItems policy;
  private final Map<Field, String> neutral;

  /**
   * @param subject the subject that a private item shows
   */
  PrivateCurtain(PrivateItems policy, String subject) {
    this.policy = policy;
    this.neutral =
        Map.of(
            Field.SUBJECT, subject,
            Field.BODY, "",
            Field.LOCATION, "",
            Field.DECORATION, "",
            Field.CRM_REFERENCES, ReferencesLens.text(CrmReferences.NONE));
  }

  /** What a side lets be seen. */
  FieldValues drawn(FieldValues read) {
    FieldValues shown = read;
    if (hides(read)) {
      for (Map.Entry<Field, String> shield : neutral.entrySet()) {
        if (read.get(shield.getKey()).isPresent()) {
          shown = shown.with(shield.getKey(), shield.getValue());
        }
      }
    }
    return without(withheld(read), shown);
  }

  /** What of a side is neither read nor written. */
  Set<Field> withheld(FieldValues read) {
    return hides(read) ? Set.of(Field.PARTICIPANTS, Field.OUTSIDERS) : Set.of();
  }

  private static FieldValues without(Set<Field> fields, FieldValues values) {
    FieldValues left = values;
    for (Field field : fields) {
      left = left.without(field);
    }
    return left;
  }

  /** The wanted fields without those behind the curtain that already read as wanted. */
  FieldValues toPut(FieldValues wanted, FieldValues read) {
    FieldValues left = without(withheld(read), wanted);
    if (hides(read)) {
      for (Map.Entry<Field, String> shield : neutral.entrySet()) {
        if (wanted.get(shield.getKey()).filter(shield.getValue()::equals).isPresent()) {
          left = left.without(shield.getKey());
        }
      }
    }
    return left;
  }

  private boolean hides(FieldValues read) {
    return policy == PrivateItems.TIME_ONLY
        && read.get(Field.PRIVACY).filter(PrivacyLens.PRIVATE::equals).isPresent();
  }
}
