package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import java.util.Optional;

/**
 * One field seen on both sides.
 *
 * <p>A put is only asked for a text that differs from what the same side reads, so that GetPut
 * holds for every lens.
 */
interface FieldLens {
  Field field();

  /** The canonical text; empty if this side does not give the field. */
  Optional<String> readCrm(CrmAppointment row);

  /** The canonical text; empty if this side does not give the field. */
  Optional<String> readMailbox(WornItem item);

  CrmAppointment putCrm(String wanted, CrmAppointment row);

  WornItem putMailbox(String wanted, WornItem item);
}
