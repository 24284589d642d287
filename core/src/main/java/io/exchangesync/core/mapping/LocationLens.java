package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import java.util.Optional;

/** The place, on one line; what SuperOffice has no room for stays in the mailbox. */
final class LocationLens implements FieldLens {
  /** MaxLength of Location in the EWS schema. */
  private static final int MAILBOX_LENGTH = 255;

  private final int crmLength;

  LocationLens(MappingContext context) {
    this.crmLength = context.capabilities().locationLength();
  }

  @Override
  public Field field() {
    return Field.LOCATION;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(CanonicalText.line(row.location()));
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return Optional.of(CanonicalText.line(item.item().location()));
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    String fitting = CanonicalText.cut(CanonicalText.line(wanted), crmLength);
    boolean same = readCrm(row).filter(fitting::equals).isPresent();
    return same ? row : row.with().location(fitting).build();
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    String now = CanonicalText.line(item.item().location());
    String edited = Overlong.edited(CanonicalText.line(wanted), now, crmLength);
    String fitting = CanonicalText.cut(edited, MAILBOX_LENGTH);
    return fitting.equals(now) ? item : item.with(item.item().with().location(fitting).build());
  }
}
