package io.exchangesync.ejb.store;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How Exchange is reached, as texts by name for each connection; secrets are never here but in
 * {@link SecretStore}.
 */
@Stateless
public class ConnectionStore {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private Keys keys;

  /** For the container. */
  public ConnectionStore() {}

  public ConnectionStore(EntityManager em, Keys keys) {
    this.em = em;
    this.keys = keys;
  }

  /** A number that no connection has had. */
  public int reserve() {
    return keys.reserve("exsync_connection", 1);
  }

  /** The settings of all connections by number. */
  public SortedMap<Integer, Map<String, String>> all() {
    List<ConnectionRow> rows =
        em.createQuery("select c from ConnectionRow c", ConnectionRow.class).getResultList();
    SortedMap<Integer, Map<String, String>> connections = new TreeMap<>();
    for (ConnectionRow row : rows) {
      em.detach(row);
      connections.computeIfAbsent(row.connectionId, any -> new TreeMap<>()).put(row.key, row.value);
    }
    return connections;
  }

  /** The settings of one connection by name; none = it is not set up. */
  public Map<String, String> read(int connection) {
    return all().getOrDefault(connection, Map.of());
  }

  /** Puts these settings in place of all that the connection had; none removes it. */
  public void replace(int connection, Map<String, String> settings) {
    em.createQuery("delete from ConnectionRow c where c.connectionId = :connection")
        .setParameter("connection", connection)
        .executeUpdate();
    settings.forEach(
        (key, value) -> {
          ConnectionRow row = new ConnectionRow();
          row.connectionId = connection;
          row.key = key;
          row.value = value;
          em.persist(row);
        });
    em.flush();
  }

  /** How many linked mailboxes are on each connection. */
  public Map<Integer, Integer> mailboxes() {
    List<?> rows =
        em.createNativeQuery(
                "select connection_id, count(*) from {h-schema}exsync_mailbox"
                    + " where state <> 'UNLINKED' group by connection_id")
            .getResultList();
    Map<Integer, Integer> counts = new TreeMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      counts.put(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }
    return counts;
  }

  /**
   * Lets the mailboxes of a connection that wait for an administrator be tried again.
   *
   * @param due when [UTC]
   */
  public void tryAgain(int connection, Instant due) {
    em.createNativeQuery(
            "update {h-schema}exsync_lease set due = :due where due > :due and mailbox_id in"
                + " (select exsync_mailbox_id from {h-schema}exsync_mailbox"
                + " where connection_id = :connection and state in ('NEEDS_CONSENT', 'FAILED'))")
        .setParameter("due", Timestamp.from(due))
        .setParameter("connection", connection)
        .executeUpdate();
  }
}
