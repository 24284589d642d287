package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links as administrators look at them. */
@Stateless
public class LinkQueries {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public LinkQueries() {}

  public LinkQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * Links by key, a page at a time.
   *
   * @param after key after which the page begins; 0 = from the start
   */
  public List<Link> page(Filter filter, int after, int limit) {
    Conditions conditions =
        new Conditions()
            .and("l.id > :after", "after", Optional.of(after))
            .and("l.mailboxId = :mailbox", "mailbox", filter.mailboxId())
            .and("l.kind = :kind", "kind", filter.kind().map(Kind::name))
            .and("l.state = :state", "state", filter.state().map(Link.State::name))
            .and("l.recordId = :record", "record", filter.recordId());
    List<LinkRow> rows =
        conditions
            .bind(
                em.createQuery(
                    "select l from LinkRow l" + conditions.where() + " order by l.id",
                    LinkRow.class))
            .setMaxResults(limit)
            .getResultList();
    rows.forEach(em::detach);
    return new LinkRows(em).links(rows);
  }

  /** Live links per mailbox, all kinds together; a mailbox without any is absent. */
  public Map<Integer, Integer> liveCounts(Collection<Integer> mailboxIds) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (List<Integer> slice : Slices.of(mailboxIds)) {
      em.createQuery(
              "select l.mailboxId, count(l) from LinkRow l where l.mailboxId in :slice"
                  + " and l.liveItem = 0 group by l.mailboxId",
              Object[].class)
          .setParameter("slice", slice)
          .getResultStream()
          .forEach(line -> counts.put((Integer) line[0], ((Long) line[1]).intValue()));
    }
    return counts;
  }

  /** What is wanted; empty = any. */
  public record Filter(
      Optional<Integer> mailboxId,
      Optional<Kind> kind,
      Optional<Link.State> state,
      Optional<Integer> recordId) {
    public static final Filter ANY =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
