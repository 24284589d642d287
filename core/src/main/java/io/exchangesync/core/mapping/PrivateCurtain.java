package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import java.util.Map;

/**
 * Setting private.items = time-only: of a private item both sides read neutral texts, so that
 * nothing but the time leaves and what hides behind the curtain never reads as an edit.
 */
final class PrivateCurtain {
  static final String NEUTRAL_SUBJECT = "Private appointment";

  private static final Map<Field, String> NEUTRAL =
      Map.of(
          Field.SUBJECT, NEUTRAL_SUBJECT,
          Field.BODY, "",
          Field.LOCATION, "",
          Field.DECORATION, "",
          Field.CRM_REFERENCES, ReferencesLens.text(CrmReferences.NONE));

  private final PrivateItems policy;

  PrivateCurtain(PrivateItems policy) {
    this.policy = policy;
  }

  /** What a side lets be seen. */
  FieldValues drawn(FieldValues read) {
    FieldValues shown = read;
    if (hides(read)) {
      for (Map.Entry<Field, String> neutral : NEUTRAL.entrySet()) {
        if (read.get(neutral.getKey()).isPresent()) {
          shown = shown.with(neutral.getKey(), neutral.getValue());
        }
      }
    }
    return shown;
  }

  /** The wanted fields without those behind the curtain that already read as wanted. */
  FieldValues toPut(FieldValues wanted, FieldValues read) {
    FieldValues left = wanted;
    if (hides(read)) {
      for (Map.Entry<Field, String> neutral : NEUTRAL.entrySet()) {
        if (wanted.get(neutral.getKey()).filter(neutral.getValue()::equals).isPresent()) {
          left = left.without(neutral.getKey());
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
