package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.When;
import java.util.Optional;

/**
 * The translation of whole appointments; {@link AppointmentMapping} is the one the product uses.
 *
 * <p>Laws, for every value: {@code putX(readX(v), v) == v} (GetPut), and {@code readX(putX(f, v))}
 * agrees with {@code f} in every field that the side can hold (PutGet).
 */
public interface ItemMapping {

  /** Version of the mapping; a base read by another version is read again before it is compared. */
  int version();

  /** Which way changes of a field travel, by rule and setting. */
  Travel travel(Field field);

  /**
   * When the row takes place, from base-zone columns; a completed row starts at do_by (schema rule
   * 36).
   */
  When when(CrmAppointment row);

  /** The canonical fields of a row. */
  FieldValues readCrm(CrmAppointment row);

  /**
   * The canonical fields of an item.
   *
   * @param base the last agreed readings, which tell what decoration we wrote into the subject and
   *     body
   */
  FieldValues readMailbox(MailboxAppointment item, Optional<Base> base);

  /**
   * Whether two canonical values of a field mean the same although the texts differ, such as the
   * two instants of an ambiguous autumn hour; used where there is no base to compare with.
   */
  boolean agree(Field field, String crm, String mailbox);

  /**
   * The row with these fields changed and everything else kept; fields absent from {@code wanted}
   * stay as they are.
   *
   * @throws UnmappableException if SuperOffice can't hold a value at all
   */
  CrmAppointment putCrm(FieldValues wanted, CrmAppointment original);

  /**
   * The item with these fields changed and everything else kept.
   *
   * <p>Without the base a lone {@code DECORATION} leaves the subject alone, because the old
   * decoration can't be told from the title.
   *
   * @throws UnmappableException if the mailbox can't hold a value at all
   */
  MailboxAppointment putMailbox(FieldValues wanted, MailboxAppointment original);

  /**
   * The item with these fields changed and everything else kept.
   *
   * @param base as for {@link #readMailbox}: tells an old decoration from the title
   * @throws UnmappableException if the mailbox can't hold a value at all
   */
  default MailboxAppointment putMailbox(
      FieldValues wanted, MailboxAppointment original, Optional<Base> base) {
    return putMailbox(wanted, original);
  }

  /**
   * A new diary row of the owner with these fields: type 1, status 1, defaults by settings;
   * recordId 0.
   */
  CrmAppointment newCrm(FieldValues wanted);

  /**
   * A new item with these fields; {@code zone} of a timed one is the row's preferred zone, else the
   * owner's.
   */
  MailboxAppointment newMailbox(FieldValues wanted, CrmAppointment row);
}
