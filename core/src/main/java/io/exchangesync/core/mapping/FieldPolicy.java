package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Field;
import io.exchangesync.core.settings.MappingSettings;

/** Which way each field may travel (sync-rules section 2). */
public final class FieldPolicy {
  private FieldPolicy() {}

  public static Travel of(Field field, MappingSettings settings) {
    return switch (field) {
      case WHEN,
          DUE,
          STATUS,
          SUBJECT,
          BODY,
          LOCATION,
          FREE_BUSY,
          PRIVACY,
          IMPORTANCE,
          PATTERN,
          EXCEPTIONS,
          PARTICIPANTS,
          OUTSIDERS,
          RESPONSE ->
          Travel.BOTH;
      case DECORATION, CRM_REFERENCES -> Travel.TO_MAILBOX;
      case CATEGORY -> settings.typeFromCategory() ? Travel.BOTH : Travel.TO_MAILBOX;
      case REMINDER -> bySwitches(settings.alarmToMailbox(), settings.alarmToCrm());
      default -> Travel.NONE;
    };
  }

  private static Travel bySwitches(boolean toMailbox, boolean toCrm) {
    if (toMailbox) {
      return toCrm ? Travel.BOTH : Travel.TO_MAILBOX;
    }
    return toCrm ? Travel.TO_CRM : Travel.NONE;
  }
}
