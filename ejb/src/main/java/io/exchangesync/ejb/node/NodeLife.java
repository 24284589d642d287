package io.exchangesync.ejb.node;

import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.ejb.store.SchemaMigration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
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
import javax.sql.DataSource;

/**
 * Start and life of this node: brings the sync tables up to date, frees what its earlier life had
 * claimed, then says every 30 seconds that it lives and frees what silent nodes had claimed.
 *
 * <p>Whoever needs the sync tables at start-up calls this bean first, which makes it start first.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeLife {
  /** A node that was not heard of for this long is dead. */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  private static final Duration BEAT = Duration.ofSeconds(30);
  private static final System.Logger LOG = System.getLogger(NodeLife.class.getName());

  @Resource(lookup = "java:jboss/datasources/ExSyncDS")
  private DataSource dataSource;

  @Resource private TimerService timers;
  @Inject private NodeIdentity node;
  @Inject private NodeTable nodes;
  @Inject private LeaseStore leases;

  @PostConstruct
  void start() {
    String schema = System.getenv().getOrDefault("EXSYNC_DB_SCHEMA", "crm7");
    int migrations = new SchemaMigration(dataSource, schema).migrate();
    if (migrations > 0) {
      LOG.log(System.Logger.Level.INFO, "{0} migrations of the sync tables were run", migrations);
    }
    leases.releaseAllOf(node.name());
    nodes.beat(node.name());
    timers.createIntervalTimer(
        BEAT.toMillis(), BEAT.toMillis(), new TimerConfig("heartbeat", false));
  }

  /** Nodes that live now; this one is among them. */
  public List<String> alive() {
    return nodes.alive(SILENCE);
  }

  @Timeout
  void beat() {
    nodes.beat(node.name());
    for (String dead : nodes.silent(SILENCE)) {
      LOG.log(System.Logger.Level.WARNING, "Node {0} is silent; its mailboxes are freed", dead);
      leases.releaseAllOf(dead);
      nodes.remove(dead);
    }
  }
}
