package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxEntry;
import io.exchangesync.core.model.MailboxTask;
import java.util.Optional;

/**
 * A mailbox item together with what is known about it: the decoration its subject wears and the
 * last agreed readings.
 *
 * @param worn what surrounds the title in the subject; empty = it can't be known, the subject is
 *     then taken whole
 */
record WornItem(MailboxEntry entry, Optional<Decoration> worn, Optional<Base> base) {

  /** The item of a lens for appointments. */
  MailboxAppointment item() {
    return (MailboxAppointment) entry;
  }

  /** The item of a lens for tasks. */
  MailboxTask task() {
    return (MailboxTask) entry;
  }

  WornItem with(MailboxEntry changed) {
    return new WornItem(changed, worn, base);
  }

  /** The subject without what it wears. */
  String title() {
    return worn.orElse(Decoration.NONE).strip(entry.subject());
  }
}
