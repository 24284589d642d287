package io.exchangesync.core.mapping;

import io.exchangesync.core.model.MailboxContact;
import java.util.Set;

/**
 * A contact together with what is known about it.
 *
 * @param selectionCategories categories that name selections, as far as we wrote or want them; all
 *     others are the user's
 */
record KnownContact(MailboxContact contact, Set<String> selectionCategories) {
  KnownContact {
    selectionCategories = Set.copyOf(selectionCategories);
  }
}
