package io.exchangesync.core.engine;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.Hold;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The holds of one mailbox during a slice: which were released, and which are over. */
final class Releases {
  private final Supplier<List<Hold>> source;
  private List<Hold> holds;

  Releases(Ports ports, Claim claim) {
    this.source = () -> ports.holds().active(claim.mailbox().id(), claim.kind());
  }

  boolean released(Optional<Link> link, int recordId, Optional<ItemId> item) {
    return find(link, recordId, item)
        .filter(hold -> hold.state() == Hold.State.RELEASED)
        .isPresent();
  }

  /** The active hold on the thing a candidate is about. */
  Optional<Hold> of(Candidate candidate) {
    return find(candidate.link(), candidate.recordId(), candidate.item().map(ItemVersion::id));
  }

  /** How many things wait because of the mails they would send; each stands for one at least. */
  int held() {
    return (int) all().stream().filter(MailBrake::holds).count();
  }

  private List<Hold> all() {
    if (holds == null) {
      holds = source.get();
    }
    return holds;
  }

  private Optional<Hold> find(Optional<Link> link, int recordId, Optional<ItemId> item) {
    return all().stream()
        .filter(
            hold ->
                link.filter(known -> known.key() == hold.linkKey()).isPresent()
                    || recordId != 0 && recordId == hold.recordId()
                    || item.isPresent() && item.equals(hold.item()))
        .findFirst();
  }
}
