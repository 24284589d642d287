package io.exchangesync.ejb.store;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;

/** Which nodes live, by the database's clock: a node silent for two minutes is dead. */
@Stateless
public class NodeStore {
  /** How long a node may be silent. */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private DatabaseTime time;

  /** For the container. */
  public NodeStore() {}

  public NodeStore(EntityManager em, DatabaseTime time) {
    this.em = em;
    this.time = time;
  }

  /** A sign of life. */
  public void beat(String node) {
    String set = "update {h-schema}exsync_node set heartbeat = {now} where node = :node";
    String add = "insert into {h-schema}exsync_node (node, heartbeat) values (:node, {now})";
    if (write(set, node) == 0) {
      write(add, node);
    }
  }

  /** Nodes that gave a sign of life in the last two minutes. */
  public List<String> alive() {
    return nodes("heartbeat >");
  }

  /** Nodes that are known but silent. */
  public List<String> dead() {
    return nodes("heartbeat <=");
  }

  /** Forgets a node whose work was taken over or that shut down. */
  public void forget(String node) {
    write("delete from {h-schema}exsync_node where node = :node", node);
  }

  private int write(String sql, String node) {
    return em.createNativeQuery(sql.replace("{now}", time.expression()))
        .setParameter("node", node)
        .executeUpdate();
  }

  private List<String> nodes(String condition) {
    List<?> found =
        em.createNativeQuery(
                "select node from {h-schema}exsync_node where "
                    + condition
                    + " dateadd(second, :silence, "
                    + time.expression()
                    + ") order by node")
            .setParameter("silence", -Math.toIntExact(SILENCE.toSeconds()))
            .getResultList();
    return found.stream().map(String.class::cast).toList();
  }
}
