package io.exchangesync.core.mapping;

import io.exchangesync.core.model.MailboxAppointment;
import java.util.Optional;

/**
 * A mailbox item together with the decoration its subject wears.
 *
 * @param worn what surrounds the title in the subject; empty = it can't be known, the subject is
 *     then taken whole
 */
record WornItem(MailboxAppointment item, Optional<Decoration> worn) {

  WornItem with(MailboxAppointment changed) {
    return new WornItem(changed, worn);
  }

  /** The subject without what it wears. */
  String title() {
    return worn.orElse(Decoration.NONE).strip(item.subject());
  }
}
