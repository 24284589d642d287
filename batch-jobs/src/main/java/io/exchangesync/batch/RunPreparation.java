package io.exchangesync.batch;

import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Finds out which mailboxes a run is about, and marks them due as its mode asks. */
@Stateless
public class RunPreparation {
  private static final int PAGE = 500;
  private static final List<Integer> NONE = List.of(0);

  @Inject private Ports ports;

  /**
   * How much a run has to do.
   *
   * @param mailboxes ids the run is restricted to, 0 where it is restricted to none; empty = what
   *     is due
   * @param size how many mailboxes
   */
  public record Extent(List<Integer> mailboxes, int size) {
    static Extent of(List<Integer> mailboxes) {
      return new Extent(mailboxes.isEmpty() ? NONE : mailboxes, mailboxes.size());
    }
  }

  /** Answers the extent of a run that is about to start; a dry run marks nothing. */
  public Extent prepare(Kind kind, RunRequest request) {
    if (request.effect() == RunRequest.Effect.DRY_RUN) {
      return Extent.of(about(request));
    }
    if (request.general() && request.mode() == RunRequest.Mode.CHANGES) {
      return new Extent(List.of(), ports.leases().countDue(kind));
    }
    List<Integer> mailboxes = about(request);
    if (request.mode() == RunRequest.Mode.FULL) {
      ports.leases().askFullListing(kind, mailboxes);
    }
    if (request.mode() == RunRequest.Mode.REAPPLY) {
      ports.leases().askReapply(kind, mailboxes);
    }
    ports.leases().markDue(kind, mailboxes, ports.clock().instant());
    return request.general() && request.mode() != RunRequest.Mode.FIRST_LINK
        ? new Extent(List.of(), mailboxes.size())
        : Extent.of(mailboxes);
  }

  private List<Integer> about(RunRequest request) {
    List<Integer> ids = new ArrayList<>();
    for (Mailbox mailbox : linked()) {
      boolean asked = request.general() || request.mailboxes().contains(mailbox.id());
      boolean fits =
          request.mode() != RunRequest.Mode.FIRST_LINK
              || mailbox.state() == Mailbox.State.FIRST_LINK;
      if (asked && fits) {
        ids.add(mailbox.id());
      }
    }
    return ids;
  }

  private List<Mailbox> linked() {
    List<Mailbox> linked = new ArrayList<>();
    int after = 0;
    List<Mailbox> page;
    do {
      page = ports.mailboxStore().page(after, PAGE);
      for (Mailbox mailbox : page) {
        after = mailbox.id();
        if (mailbox.state() != Mailbox.State.UNLINKED) {
          linked.add(mailbox);
        }
      }
    } while (page.size() == PAGE);
    return linked;
  }
}
