package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.MailboxGateway;
import io.exchangesync.core.port.MailboxSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Tells a mailbox that got a new address or connection from another mailbox: in another one every
 * linked item would be missing, and missing items would be deleted in SuperOffice.
 */
@ApplicationScoped
class SameMailbox {
  private static final int LOOKED_AT = 100;
  private static final int ASKED_FOR = 5;

  @Inject MailboxGateway gateway;
  @Inject LinkStore links;

  /**
   * @param moved the mailbox with its new address or connection
   * @throws AdminException.SideFailed if the mailbox can't be read there
   * @throws AdminException.Conflict if none of some linked items is found there
   */
  void check(Mailbox moved) {
    boolean another =
        moved.kinds().stream()
            .anyMatch(
                kind -> {
                  List<ItemId> known = known(moved, kind);
                  return !known.isEmpty()
                      && !AdminException.talking(() -> finds(moved, kind, known));
                });
    if (another) {
      throw new AdminException.Conflict(
          moved.address()
              + " is another mailbox: the linked items are not in it. Unlink the user and link"
              + " them to it anew.");
    }
  }

  private List<ItemId> known(Mailbox mailbox, Kind kind) {
    return links.page(mailbox.id(), kind, 0, LOOKED_AT).stream()
        .filter(link -> link.state() == Link.State.LIVE)
        .flatMap(link -> link.item().stream())
        .map(item -> item.id())
        .limit(ASKED_FOR)
        .toList();
  }

  private boolean finds(Mailbox mailbox, Kind kind, List<ItemId> items) {
    try (MailboxSession session = gateway.open(mailbox, kind)) {
      return session.read(items).stream().anyMatch(answer -> answer.result().isPresent());
    }
  }
}
