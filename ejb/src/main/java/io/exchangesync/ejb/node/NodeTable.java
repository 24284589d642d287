package io.exchangesync.ejb.node;

import io.exchangesync.ejb.store.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;

/** Heartbeats in exsync_node, timed by the database's clock. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NodeTable {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private DatabaseTime time;

  /** Says that a node lives. */
  public void beat(String node) {
    int found =
        em.createNativeQuery(
                "update {h-schema}exsync_node set heartbeat = "
                    + time.expression()
                    + " where node = :node")
            .setParameter("node", node)
            .executeUpdate();
    if (found == 0) {
      em.createNativeQuery(
              "insert into {h-schema}exsync_node (node, heartbeat) values (:node, "
                  + time.expression()
                  + ")")
          .setParameter("node", node)
          .executeUpdate();
    }
  }

  /** Nodes that were heard of within this time. */
  public List<String> alive(Duration within) {
    return names("heartbeat >= ", within);
  }

  /** Nodes that were not heard of for this long. */
  public List<String> silent(Duration since) {
    return names("heartbeat < ", since);
  }

  private List<String> names(String condition, Duration ago) {
    List<?> names =
        em.createNativeQuery(
                "select node from {h-schema}exsync_node where "
                    + condition
                    + "dateadd(second, :seconds, "
                    + time.expression()
                    + ")")
            .setParameter("seconds", -Math.toIntExact(ago.toSeconds()))
            .getResultList();
    return names.stream().map(String.class::cast).toList();
  }

  /** Forgets a node that is dead and cleared up. */
  public void remove(String node) {
    em.createNativeQuery("delete from {h-schema}exsync_node where node = :node")
        .setParameter("node", node)
        .executeUpdate();
  }
}
