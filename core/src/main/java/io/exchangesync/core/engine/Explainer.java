package io.exchangesync.core.engine;

import io.exchangesync.core.engine.Ref.Side;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.plan.Planner;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.MailboxSession;
import java.util.List;
import java.util.Optional;

/**
 * Says for one thing what would happen to it now and why; linked or not, on either side. Writes
 * nothing.
 */
public final class Explainer {
  private final Ports ports;

  public Explainer(Ports ports) {
    this.ports = ports;
  }

  public Decided explain(Mailbox mailbox, Link link) {
    return explain(
        mailbox,
        link.kind(),
        Ref.ofLink(link, link.item(), Side.GONE_IF_MISSING, Side.GONE_IF_MISSING, List.of()));
  }

  /** A SuperOffice record that may never have been linked. */
  public Decided explainRecord(Mailbox mailbox, Kind kind, int recordId) {
    return live(ports.links().byRecords(mailbox.id(), kind, List.of(recordId)))
        .map(link -> explain(mailbox, link))
        .orElseGet(() -> explain(mailbox, kind, Ref.ofRecord(recordId, List.of())));
  }

  /** A mailbox item that may never have been linked. */
  public Decided explainItem(Mailbox mailbox, Kind kind, ItemId item) {
    return live(ports.links().byItems(mailbox.id(), kind, List.of(item)))
        .map(link -> explain(mailbox, link))
        .orElseGet(
            () ->
                explain(
                    mailbox, kind, Ref.ofItem(new ItemVersion(item, ""), Match.NONE, List.of())));
  }

  private static Optional<Link> live(List<Link> links) {
    return links.stream().filter(link -> link.state() != Link.State.CLOSED).findFirst();
  }

  private Decided explain(Mailbox mailbox, Kind kind, Ref ref) {
    Claim claim = new Claim(mailbox, kind, "explain", 0, false, Optional.empty(), false);
    AddressBook book = new AddressBook(ports, mailbox);
    PlanContext context = new Engine(ports).context(mailbox, kind, book);
    try (MailboxSession session = ports.mailboxes().open(mailbox, kind)) {
      Candidate candidate =
          new CandidateReader(
                  ports,
                  new CrmSide(ports, context),
                  session,
                  claim,
                  new Releases(ports, claim),
                  new Meetings(ports, context, claim, book, session))
              .read(List.of(ref))
              .get(0);
      return new Decided(candidate, Planner.plan(candidate, context));
    }
  }
}
