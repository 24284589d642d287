package io.exchangesync.ejb.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Journal.Tally;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** What runs counted: every candidate once, by decision and reason (invariant I12). */
@Stateless
public class RunQueries {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public RunQueries() {}

  public RunQueries(EntityManager em) {
    this.em = em;
  }

  /** Counts of a run, all mailboxes of a kind together. */
  public Map<Tally, Integer> counts(long run, Kind kind) {
    return lines(run).stream()
        .filter(l -> l.kind() == kind)
        .collect(groupingBy(RunLine::tally, summingInt(RunLine::count)));
  }

  /** Counts of a run, line by line, by mailbox; mailbox 0 is what belongs to none. */
  public List<RunLine> lines(long run) {
    List<?> rows =
        em.createNativeQuery(
                "select mailbox_id, kind, decision, reason, n from {h-schema}exsync_run_count"
                    + " where run_id = :run order by mailbox_id, kind, decision, reason")
            .setParameter("run", Math.toIntExact(run))
            .getResultList();
    return rows.stream().map(row -> line((Object[]) row)).toList();
  }

  private static RunLine line(Object[] row) {
    return new RunLine(
        ((Number) row[0]).intValue(),
        Kind.valueOf((String) row[1]),
        new Tally((String) row[2], (String) row[3]),
        ((Number) row[4]).intValue());
  }

  /** One count of one mailbox in a run. */
  public record RunLine(int mailboxId, Kind kind, Tally tally, int count) {}
}
