package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.JournalEntry;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was done, read for administrators. */
@Stateless
public class JournalService {
  private static final String COLUMNS =
      "select exsync_journal_id, run_id, mailbox_id, kind, link_key, record_id, item_id, decision,"
          + " reason, cast(before_image as nvarchar(max)), cast(after_image as nvarchar(max)),"
          + " cast(error_text as nvarchar(max)), confidential, happened_at"
          + " from {h-schema}exsync_journal where exsync_journal_id > :after";

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /**
   * Entries by key, oldest first.
   *
   * @param after key after which the page begins; 0 = from the start
   */
  public List<JournalLine> page(JournalFilter filter, int after, int limit) {
    return read(filter, after, " order by exsync_journal_id", limit);
  }

  /** The newest entry; empty if there is none. */
  public Optional<JournalLine> newest(JournalFilter filter) {
    return read(filter, 0, " order by exsync_journal_id desc", 1).stream().findFirst();
  }

  private List<JournalLine> read(JournalFilter filter, int after, String order, int limit) {
    Map<String, Object> values = new HashMap<>();
    StringBuilder sql = new StringBuilder(COLUMNS);
    restrict(sql, values, "run_id = :run", filter.run().map(Math::toIntExact));
    restrict(sql, values, "mailbox_id = :mailbox", filter.mailboxId());
    restrict(sql, values, "record_id = :record", filter.recordId());
    restrict(sql, values, "link_key = :link", filter.linkKey());
    restrict(sql, values, "happened_at >= :from", filter.from());
    restrict(sql, values, "happened_at < :to", filter.to());
    sql.append(order).append(" offset 0 rows fetch next :limit rows only");
    Query query =
        em.createNativeQuery(sql.toString())
            .setParameter("after", after)
            .setParameter("limit", limit);
    values.forEach(query::setParameter);
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> line((Object[]) row)).toList();
  }

  private static void restrict(
      StringBuilder sql, Map<String, Object> values, String condition, Optional<?> value) {
    value.ifPresent(
        present -> {
          sql.append(" and ").append(condition);
          values.put(condition.substring(condition.indexOf(':') + 1), present);
        });
  }

  private static JournalLine line(Object[] row) {
    String item = (String) row[6];
    return new JournalLine(
        number(row[0]),
        new JournalEntry(
            number(row[1]),
            number(row[2]),
            Kind.valueOf((String) row[3]),
            number(row[4]),
            number(row[5]),
            item.isEmpty() ? Optional.empty() : Optional.of(new ItemId(item)),
            (String) row[7],
            (String) row[8],
            (String) row[9],
            (String) row[10],
            Optional.ofNullable((String) row[11]),
            number(row[12]) != 0,
            ((Timestamp) row[13]).toInstant()));
  }

  private static int number(Object column) {
    return ((Number) column).intValue();
  }
}
