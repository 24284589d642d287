package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.model.Member;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.MailboxWrite;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a folder of a selection leaves the mailbox: after the contacts that have a live link, and
 * never with anything that is the user's.
 *
 * <p>Which contacts are ours only the links say: a copy that the user made carries our stamp too.
 */
final class FolderLeaving {
  private static final int LINKS_AT_ONCE = 1000;

  private final Ports ports;
  private final int mailboxId;

  FolderLeaving(Ports ports, int mailboxId) {
    this.ports = ports;
    this.mailboxId = mailboxId;
  }

  /** The same effect; what would delete a folder of a selection or make it a group leaves it. */
  Effect of(Effect effect) {
    return effect.mailbox().flatMap(write -> leaving(write, effect)).orElse(effect);
  }

  private Optional<Effect> leaving(MailboxWrite write, Effect effect) {
    Optional<MailboxWrite> leave = Optional.empty();
    if (write instanceof MailboxWrite.Delete) {
      leave =
          folder(effect.candidate().mailbox().content()).map(left -> leave(left, Optional.empty()));
    } else if (write instanceof MailboxWrite.Update update
        && update.after() instanceof MailboxSelection after
        && after.shape() == Shape.GROUP) {
      leave = folder(Optional.of(update.before())).map(left -> leave(left, Optional.of(after)));
    }
    return leave.map(
        instead ->
            new Effect(
                effect.decided(),
                effect.stamp(),
                Optional.of(instead),
                effect.reply(),
                effect.crm()));
  }

  private static Optional<MailboxSelection> folder(Optional<MailboxItem> item) {
    return item.filter(MailboxSelection.class::isInstance)
        .map(MailboxSelection.class::cast)
        .filter(shown -> shown.shape() == Shape.FOLDER && shown.stamp().isPresent());
  }

  private MailboxWrite leave(MailboxSelection folder, Optional<MailboxSelection> group) {
    int selectionId = folder.stamp().orElseThrow().recordId();
    Set<ItemId> ours = new HashSet<>();
    int after = 0;
    while (true) {
      List<Link> page = ports.links().page(mailboxId, Kind.SELECTION, after, LINKS_AT_ONCE);
      for (Link link : page) {
        after = link.key();
        if (link.state() == Link.State.LIVE && isMemberOf(link, selectionId)) {
          link.item().map(ItemVersion::id).ifPresent(ours::add);
        }
      }
      if (page.size() < LINKS_AT_ONCE) {
        return new MailboxWrite.LeaveFolder(folder, ours, group);
      }
    }
  }

  private static boolean isMemberOf(Link link, int selectionId) {
    return Member.ofLinkId(link.linkId())
        .filter(member -> member.selectionId() == selectionId)
        .isPresent();
  }

  /**
   * Whether a contact of the folder waits for a person, and the folder with it.
   *
   * @param opened holds that are not stored yet
   */
  boolean waits(Effect effect, List<Hold> opened) {
    if (!(effect.mailbox().orElse(null) instanceof MailboxWrite.LeaveFolder)) {
      return false;
    }
    List<Integer> held =
        Stream.concat(ports.holds().active(mailboxId, Kind.SELECTION).stream(), opened.stream())
            .filter(hold -> hold.state() == Hold.State.OPEN)
            .map(Hold::recordId)
            .filter(Member::isMember)
            .toList();
    int selectionId = effect.candidate().recordId();
    return ports.memberKeys().members(held).values().stream()
        .anyMatch(member -> member.selectionId() == selectionId);
  }
}
