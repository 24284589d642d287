package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import java.util.Map;
import java.util.Set;

/**
 * Setting private.items = time-only: of a private item both sides read neutral texts, which is what
 * a new counterpart gets. Texts of counterparts that exist are withheld: nothing that hides behind
 * the curtain reads as an edit, and no neutral text overwrites one. Who is invited is not read at
 * all: an empty list would take everybody out on the other side.
 */
final class PrivateCurtain {
  private static final Set<Field> WITHHELD =
      Set.of(
          Field.SUBJECT,
          Field.BODY,
          Field.LOCATION,
          Field.DECORATION,
          Field.CRM_REFERENCES,
          Field.PARTICIPANTS,
          Field.OUTSIDERS);

  private final PrivateItems policy;
  private final Map<Field, String> neutral;

  /**
   * @param subject the subject that a private item shows
   */
  PrivateCurtain(PrivateItems policy, String subject) {
    this.policy = policy;
    this.neutral =
        Map.of(
            Field.SUBJECT,
            subject,
            Field.BODY,
            "",
            Field.LOCATION,
            "",
            Field.DECORATION,
            Decoration.NONE.encoded(),
            Field.CRM_REFERENCES,
            ReferencesLens.text(CrmReferences.NONE));
  }

  /** What a side lets be seen. */
  FieldValues drawn(FieldValues read) {
    if (!hides(read)) {
      return read;
    }
    FieldValues shown = read.without(Field.PARTICIPANTS).without(Field.OUTSIDERS);
    for (Map.Entry<Field, String> shield : neutral.entrySet()) {
      if (read.get(shield.getKey()).isPresent()) {
        shown = shown.with(shield.getKey(), shield.getValue());
      }
    }
    return shown;
  }

  /** What of a side is neither compared nor written. */
  Set<Field> withheld(FieldValues read) {
    return hides(read) ? WITHHELD : Set.of();
  }

  /**
   * The wanted fields without those behind the curtain of what is there.
   *
   * @param read what the side says about privacy; nothing else of it counts
   */
  FieldValues toPut(FieldValues wanted, FieldValues read) {
    FieldValues left = wanted;
    for (Field field : withheld(read)) {
      left = left.without(field);
    }
    return left;
  }

  /** What stands for the text of each field. */
  Map<Field, String> neutral() {
    return neutral;
  }

  private boolean hides(FieldValues read) {
    return policy == PrivateItems.TIME_ONLY
        && read.get(Field.PRIVACY).filter(PrivacyLens.PRIVATE::equals).isPresent();
  }
}
