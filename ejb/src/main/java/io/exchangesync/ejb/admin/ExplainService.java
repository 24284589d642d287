package io.exchangesync.ejb.admin;

import io.exchangesync.core.engine.Decided;
import io.exchangesync.core.engine.DryRun;
import io.exchangesync.core.engine.Explainer;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.engine.RunMode;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.ejb.store.JournalQueries;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Says what would be done and why; reads both sides and writes nothing anywhere. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExplainService {
  private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");
  private static final int LOOKED_AT = 10_000;

  @Inject Ports ports;
  @Inject JournalService journal;

  /**
   * A dry run of one kind of one mailbox.
   *
   * @param limit most items to answer
   * @throws AdminException.NotFound if the mailbox does not exist
   * @throws AdminException.SideFailed if a side can't be read
   */
  public DryRun.Plan plan(int mailboxId, Kind kind, RunMode mode, int limit) {
    Mailbox mailbox = linked(mailboxId);
    return AdminException.talking(() -> new DryRun(ports).plan(mailbox, kind, mode, limit));
  }

  /**
   * @throws AdminException.NotFound if the link does not exist
   */
  public Explanation link(int key) {
    Link link =
        ports
            .links()
            .byKey(key)
            .orElseThrow(() -> new AdminException.NotFound("There is no link " + key + "."));
    Mailbox mailbox = linked(link.mailboxId());
    return explanation(
        mailbox,
        link.kind(),
        AdminException.talking(() -> new Explainer(ports).explain(mailbox, link)),
        link.recordId(),
        link.item().map(item -> item.id()),
        journal.newest(JournalQueries.Filter.ofLink(key)));
  }

  /** A SuperOffice record that may never have been linked. */
  public Explanation record(int mailboxId, Kind kind, int recordId) {
    Mailbox mailbox = linked(mailboxId);
    Decided decided =
        AdminException.talking(() -> new Explainer(ports).explainRecord(mailbox, kind, recordId));
    return explanation(
        mailbox,
        kind,
        decided,
        recordId,
        decided.candidate().item().map(item -> item.id()),
        journal.newest(JournalQueries.Filter.ofRecord(mailboxId, kind, recordId)));
  }

  /** A mailbox item that may never have been linked. */
  public Explanation item(int mailboxId, Kind kind, ItemId item) {
    Mailbox mailbox = linked(mailboxId);
    Decided decided =
        AdminException.talking(() -> new Explainer(ports).explainItem(mailbox, kind, item));
    Optional<JournalQueries.Line> last =
        decided
            .candidate()
            .link()
            .flatMap(link -> journal.newest(JournalQueries.Filter.ofLink(link.key())));
    return explanation(
        mailbox, kind, decided, decided.candidate().recordId(), Optional.of(item), last);
  }

  private Explanation explanation(
      Mailbox mailbox,
      Kind kind,
      Decided decided,
      int recordId,
      Optional<ItemId> item,
      Optional<JournalQueries.Line> last) {
    int linkKey = decided.candidate().link().map(Link::key).orElse(0);
    Optional<Hold> hold =
        ports.holds().active(mailbox.id(), kind).stream()
            .filter(
                active ->
                    linkKey != 0 && active.linkKey() == linkKey
                        || recordId != 0 && active.recordId() == recordId
                        || item.isPresent() && active.item().equals(item))
            .findFirst();
    Optional<Instant> nextTry =
        ports.queue().pending(mailbox.id(), kind, FAR, LOOKED_AT).stream()
            .filter(
                pending ->
                    recordId != 0 && pending.recordId() == recordId
                        || item.isPresent() && pending.item().equals(item))
            .map(PendingChange::notBefore)
            .min(Comparator.naturalOrder());
    return new Explanation(last, decided, hold, nextTry);
  }

  private Mailbox linked(int id) {
    Mailbox mailbox =
        ports
            .mailboxStore()
            .byId(id)
            .orElseThrow(() -> new AdminException.NotFound("There is no mailbox " + id + "."));
    if (mailbox.state() == Mailbox.State.UNLINKED) {
      throw new AdminException.Conflict("Mailbox " + id + " is unlinked; nothing is planned.");
    }
    return mailbox;
  }
}
