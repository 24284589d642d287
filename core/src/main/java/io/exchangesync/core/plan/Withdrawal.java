package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which texts the mailbox has to give back when SuperOffice makes something private of which only
 * the time may leave: copies that SuperOffice made and nobody has changed since.
 *
 * <p>Never a text that the mailbox alone has, never one of a meeting that others see, and never one
 * of SuperOffice (invariants I2, I7 and I10).
 */
final class Withdrawal {
  private static final Set<Field> TEXTS =
      Set.of(Field.SUBJECT, Field.BODY, Field.LOCATION, Field.EXCEPTIONS);

  private final ItemMapping mapping;
  private final FieldValues toMailbox;

  /**
   * @param toMailbox what the merge writes into the item
   */
  Withdrawal(ItemMapping mapping, FieldValues toMailbox) {
    this.mapping = mapping;
    this.toMailbox = toMailbox;
  }

  /** Fields to be made neutral; empty for most. */
  Set<Field> of(Optional<Base> base, CrmRecord row, MailboxItem item) {
    FieldValues crm = mapping.readCrm(row);
    Set<Field> withheld = mapping.withheld(crm);
    if (base.isEmpty() || !withheld.contains(Field.SUBJECT) || meets(item)) {
      return Set.of();
    }
    boolean madePrivateHere =
        toMailbox.get(Field.PRIVACY).isPresent() || base.get().given().contains(Field.PRIVACY);
    FieldValues now = mapping.unveiled(item, base);
    if (!madePrivateHere || now.get(Field.SUBJECT).equals(crm.get(Field.SUBJECT))) {
      return Set.of();
    }
    Set<Field> copies = EnumSet.of(Field.DECORATION, Field.CRM_REFERENCES);
    TEXTS.stream().filter(field -> copy(field, base.get(), now)).forEach(copies::add);
    return copies.contains(Field.SUBJECT) && datesToo(copies, now) ? copies : Set.of();
  }

  private static boolean copy(Field field, Base base, FieldValues now) {
    return base.given().contains(field)
        && base.crm().get(field).equals(base.mailbox().get(field))
        && now.get(field).equals(base.mailbox().get(field));
  }

  /** The texts of a series go with those of its dates or not at all. */
  private static boolean datesToo(Set<Field> copies, FieldValues now) {
    return copies.contains(Field.EXCEPTIONS)
        || now.get(Field.EXCEPTIONS).filter(text -> !text.isEmpty()).isEmpty();
  }

  private static boolean meets(MailboxItem item) {
    return item instanceof MailboxAppointment found && found.meetingRole() != MeetingRole.NONE;
  }
}
