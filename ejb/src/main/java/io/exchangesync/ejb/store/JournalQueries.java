package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.JournalEntry;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The journal as administrators read it: the newest entry first. */
@Stateless
public class JournalQueries {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public JournalQueries() {}

  public JournalQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * Entries from the newest to the oldest, a page at a time.
   *
   * @param after id of the last entry of the page before; 0 = from the newest
   */
  public List<Line> page(Filter filter, int after, int limit) {
    Conditions conditions =
        new Conditions()
            .and("j.id < :after", "after", Optional.of(after).filter(a -> a > 0))
            .and("j.runId = :run", "run", filter.run().map(Math::toIntExact))
            .and("j.mailboxId = :mailbox", "mailbox", filter.mailboxId())
            .and("j.kind = :kind", "kind", filter.kind().map(Kind::name))
            .and("j.linkKey = :link", "link", filter.linkKey())
            .and("j.recordId = :record", "record", filter.recordId())
            .and("j.at >= :from", "from", filter.from())
            .and("j.at < :until", "until", filter.until());
    List<JournalRow> rows =
        conditions
            .bind(
                em.createQuery(
                    "select j from JournalRow j" + conditions.where() + " order by j.id desc",
                    JournalRow.class))
            .setMaxResults(limit)
            .getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(row -> new Line(row.id, row.toEntry())).toList();
  }

  /** An entry with its key. */
  public record Line(int id, JournalEntry entry) {}

  /**
   * What is wanted; empty = any.
   *
   * @param from earliest time, inclusive [UTC]
   * @param until latest time, exclusive [UTC]
   */
  public record Filter(
      Optional<Long> run,
      Optional<Integer> mailboxId,
      Optional<Kind> kind,
      Optional<Integer> linkKey,
      Optional<Integer> recordId,
      Optional<Instant> from,
      Optional<Instant> until) {
    public static final Filter ANY =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public static Filter ofRun(long run) {
      return new Filter(
          Optional.of(run),
          ANY.mailboxId,
          ANY.kind,
          ANY.linkKey,
          ANY.recordId,
          ANY.from,
          ANY.until);
    }

    public static Filter ofLink(int linkKey) {
      return new Filter(
          ANY.run,
          ANY.mailboxId,
          ANY.kind,
          Optional.of(linkKey),
          ANY.recordId,
          ANY.from,
          ANY.until);
    }

    public static Filter ofRecord(int mailboxId, Kind kind, int recordId) {
      return new Filter(
          ANY.run,
          Optional.of(mailboxId),
          Optional.of(kind),
          ANY.linkKey,
          Optional.of(recordId),
          ANY.from,
          ANY.until);
    }
  }
}
