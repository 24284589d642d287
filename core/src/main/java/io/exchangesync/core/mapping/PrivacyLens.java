package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Visibility;
import java.util.Optional;

/**
 * {@code public} or {@code private}; which kind of private is kept while the value does not change.
 */
final class PrivacyLens implements FieldLens {
  static final String PRIVATE = "private";
  private static final String PUBLIC = "public";

  @Override
  public Field field() {
    return Field.PRIVACY;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(row.visibility() == Visibility.EVERYONE ? PUBLIC : PRIVATE);
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return Optional.of(item.entry().sensitivity() == Sensitivity.NORMAL ? PUBLIC : PRIVATE);
  }

  /** A row visible to others than everybody, its owner or group is never rewritten. */
  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    if (row.visibility() == Visibility.OTHER) {
      return row;
    }
    Visibility visibility = wanted.equals(PRIVATE) ? Visibility.OWNER : Visibility.EVERYONE;
    return row.with().visibility(visibility).build();
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    Sensitivity sensitivity = wanted.equals(PRIVATE) ? Sensitivity.PRIVATE : Sensitivity.NORMAL;
    return item.with(item.entry().withSensitivity(sensitivity));
  }
}
