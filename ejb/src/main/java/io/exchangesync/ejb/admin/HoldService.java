package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.core.port.SettingsSource;
import io.exchangesync.core.settings.SyncSettings.VisibleForMode;
import io.exchangesync.ejb.store.HoldDesk;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets go what waited for a person, or closes it. */
@Stateless
public class HoldService {
  @Inject HoldDesk desk;
  @Inject LinkStore links;
  @Inject ChangeQueue queue;
  @Inject LeaseStore leases;
  @Inject MailboxStore mailboxes;
  @Inject SettingsSource settings;

  /**
   * Holds by id.
   *
   * @param after id after which the page begins; 0 = from the start
   */
  public List<Hold> page(HoldDesk.Filter filter, int after, int limit) {
    return desk.page(filter, after, limit);
  }

  /**
   * @throws AdminException.NotFound if it does not exist
   */
  public Hold get(int id) {
    return desk.byId(id)
        .orElseThrow(() -> new AdminException.NotFound("There is no hold " + id + "."));
  }

  /**
   * Lets the next decision about it be carried out once, and has it looked at now.
   *
   * @throws AdminException.NotFound if it does not exist
   * @throws AdminException.Conflict if it is not open, or if only a setting can let it go
   */
  public Hold release(int id) {
    Hold hold = get(id);
    if (waitsForSetting(hold)) {
      throw new AdminException.Conflict(
          "Hold "
              + id
              + " waits for a setting: prove VisibleFor on this database, then set"
              + " crm.visible-for to direct (PUT /settings); everything held is tried again.");
    }
    if (!desk.release(id)) {
      throw notOpen(hold);
    }
    if (pairWithoutLink(hold)) {
      leases.askFullListing(hold.kind(), List.of(hold.mailboxId()));
    } else {
      queue.file(toLookAt(hold));
    }
    leases.markDue(hold.kind(), List.of(hold.mailboxId()), Instant.now());
    return get(id);
  }

  /**
   * Closes it; if its reason is still there at the next change, it is opened again.
   *
   * @throws AdminException.NotFound if it does not exist
   * @throws AdminException.Conflict if it is not open
   */
  public Hold resolve(int id) {
    Hold hold = get(id);
    if (!desk.close(id)) {
      throw notOpen(hold);
    }
    return get(id);
  }

  private boolean waitsForSetting(Hold hold) {
    return hold.reason().equals(Reason.VISIBLEFOR_UNPROVED.name())
        && mailboxes
            .byId(hold.mailboxId())
            .map(mailbox -> settings.forAssociate(mailbox.associateId()).visibleFor())
            .filter(mode -> mode != VisibleForMode.DIRECT)
            .isPresent();
  }

  /** Looked at apart, each half would be new; a listing sees that they belong together. */
  private boolean pairWithoutLink(Hold hold) {
    return hold.linkKey() == 0
        && hold.recordId() != 0
        && hold.item().isPresent()
        && links.byRecords(hold.mailboxId(), hold.kind(), List.of(hold.recordId())).isEmpty();
  }

  private List<PendingChange> toLookAt(Hold hold) {
    Optional<Link> link = hold.linkKey() == 0 ? Optional.empty() : links.byKey(hold.linkKey());
    int recordId = link.map(Link::recordId).orElse(hold.recordId());
    Optional<ItemId> item = link.flatMap(Link::item).map(known -> known.id()).or(hold::item);
    boolean mayBeGone = link.isPresent();
    List<PendingChange> changes = new ArrayList<>();
    if (recordId != 0) {
      changes.add(change(hold, recordId, Optional.empty(), mayBeGone));
    }
    if (item.isPresent()) {
      changes.add(change(hold, 0, item, mayBeGone));
    }
    return changes;
  }

  private static PendingChange change(
      Hold hold, int recordId, Optional<ItemId> item, boolean deleted) {
    return new PendingChange(
        0, hold.mailboxId(), hold.kind(), recordId, item, deleted, Instant.now());
  }

  private static AdminException.Conflict notOpen(Hold hold) {
    return new AdminException.Conflict(
        "Hold %d is not open any more (%s).".formatted(hold.id(), hold.state()));
  }
}
