package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import java.util.Optional;

/**
 * {@code busy} or {@code free}; tentative, out of office and working elsewhere read as busy and are
 * kept while the value does not change.
 */
final class FreeBusyLens implements FieldLens {
  private static final String BUSY = "busy";
  private static final String FREE = "free";

  @Override
  public Field field() {
    return Field.FREE_BUSY;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(row.freeBusy() == 1 ? FREE : BUSY);
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return Optional.of(item.item().busyStatus() == BusyStatus.FREE ? FREE : BUSY);
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    return row.with().freeBusy(wanted.equals(FREE) ? 1 : 0).build();
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    BusyStatus status = wanted.equals(FREE) ? BusyStatus.FREE : BusyStatus.BUSY;
    return item.with(item.item().with().busyStatus(status).build());
  }
}
