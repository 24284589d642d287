package io.exchangesync.ejb.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mailboxes with the state of their leases, as administrators look at them. */
@Stateless
public class MailboxQueries {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public MailboxQueries() {}

  public MailboxQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * Mailboxes by id, a page at a time, UNLINKED ones included unless a state is asked for.
   *
   * @param after id after which the page begins; 0 = from the start
   */
  public List<Line> page(Optional<Mailbox.State> state, int after, int limit) {
    Conditions conditions =
        new Conditions()
            .and("m.id > :after", "after", Optional.of(after))
            .and("m.state = :state", "state", state.map(Mailbox.State::name));
    List<MailboxRow> rows =
        conditions
            .bind(
                em.createQuery(
                    "select m from MailboxRow m" + conditions.where() + " order by m.id",
                    MailboxRow.class))
            .setMaxResults(limit)
            .getResultList();
    rows.forEach(em::detach);
    Map<Integer, List<LeaseState>> leases = leases(rows.stream().map(row -> row.id).toList());
    return rows.stream()
        .map(row -> new Line(row.toMailbox(), leases.getOrDefault(row.id, List.of())))
        .toList();
  }

  /** State of the leases of one mailbox, one per kind. */
  public List<LeaseState> leasesOf(int mailboxId) {
    return leases(List.of(mailboxId)).getOrDefault(mailboxId, List.of());
  }

  private Map<Integer, List<LeaseState>> leases(Collection<Integer> mailboxIds) {
    List<LeaseRow> rows = new ArrayList<>();
    for (List<Integer> slice : Slices.of(mailboxIds)) {
      rows.addAll(
          em.createQuery(
                  "select l from LeaseRow l where l.mailboxId in :slice"
                      + " order by l.mailboxId, l.kind",
                  LeaseRow.class)
              .setParameter("slice", slice)
              .getResultList());
    }
    rows.forEach(em::detach);
    return rows.stream()
        .collect(groupingBy(row -> row.mailboxId, mapping(LeaseRow::toState, toList())));
  }

  /** A mailbox with its leases. */
  public record Line(Mailbox mailbox, List<LeaseState> leases) {}

  /**
   * Where a lease stands.
   *
   * @param due next run [UTC]
   * @param owner who works on the mailbox; empty = nobody
   * @param until when the owner's claim ends unless it is renewed [UTC]
   */
  public record LeaseState(
      Kind kind,
      Instant due,
      Optional<String> owner,
      Optional<Instant> until,
      boolean fullListingDue) {}
}
