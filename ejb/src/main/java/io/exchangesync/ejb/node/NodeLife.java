package io.exchangesync.ejb.node;

import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.ejb.store.NodeStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Start and life of this node: frees what its earlier life had claimed, then says every 30 seconds
 * that it lives and frees what silent nodes had claimed.
 *
 * <p>Beans of other modules that need the sync tables at start-up call this one first, which makes
 * it start first.
 */
@Singleton
@Startup
@DependsOn("SchemaAtStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeLife {
  private static final Duration BEAT = Duration.ofSeconds(30);
  private static final System.Logger LOG = System.getLogger(NodeLife.class.getName());

  @Resource private TimerService timers;
  @Inject private NodeIdentity node;
  @Inject private NodeStore nodes;
  @Inject private LeaseStore leases;

  @PostConstruct
  void start() {
    leases.releaseAllOf(node.name());
    nodes.beat(node.name());
    timers.createIntervalTimer(
        BEAT.toMillis(), BEAT.toMillis(), new TimerConfig("heartbeat", false));
  }

  /** Nodes that live now; this one is among them. */
  public List<String> alive() {
    return nodes.alive();
  }

  @Timeout
  void beat() {
    nodes.beat(node.name());
    for (String dead : nodes.dead()) {
      LOG.log(System.Logger.Level.WARNING, "Node {0} is silent; its mailboxes are freed", dead);
      leases.releaseAllOf(dead);
      nodes.forget(dead);
    }
  }
}
