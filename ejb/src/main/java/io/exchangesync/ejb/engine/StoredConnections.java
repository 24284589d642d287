package io.exchangesync.ejb.engine;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.ejb.admin.AdminException;
import io.exchangesync.ejb.admin.ConnectionFactory;
import io.exchangesync.ejb.admin.ConnectionSettings;
import io.exchangesync.ejb.store.ConnectionStore;
import io.exchangesync.ejb.store.SecretReader;
import io.exchangesync.exchange.ews.EwsConnection;
import io.exchangesync.exchange.ews.EwsConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The connections to Exchange the administrator set up, read again every few seconds.
 *
 * <p>An unchanged connection stays the same object, so that its sockets and its access token are
 * shared; one that was made just now is read at once. What is wrong with one concerns its own
 * mailboxes only.
 */
@ApplicationScoped
public class StoredConnections implements EwsConnections {
  private static final long REMEMBERED = Duration.ofSeconds(5).toNanos();

  @Inject private ConnectionStore store;
  @Inject private SecretReader secrets;
  @Inject private CrmGateway crm;
  @Inject private ConnectionFactory factory;
  private final Map<Integer, Known> known = new HashMap<>();
  private final Set<Integer> fresh = new HashSet<>();
  private Map<Integer, Map<String, String>> settings = Map.of();
  private Optional<Long> readAt = Optional.empty();

  private record Known(Map<String, String> settings, String secret, EwsConnection connection) {
    boolean holds(Map<String, String> otherSettings, String otherSecret) {
      return settings.equals(otherSettings) && secret.equals(otherSecret);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws SyncException.MailboxFatal if what is stored can't be used any more
   */
  @Override
  public synchronized Optional<EwsConnection> of(Mailbox mailbox) {
    int id = mailbox.connection();
    boolean old = readAt.isEmpty() || System.nanoTime() - readAt.get() > REMEMBERED;
    if (old || !settings.containsKey(id)) {
      settings = store.all();
      fresh.clear();
      known.keySet().retainAll(settings.keySet());
      readAt = Optional.of(System.nanoTime());
    }
    if (!settings.containsKey(id)) {
      return Optional.empty();
    }
    if (!fresh.contains(id)) {
      refresh(id, settings.get(id));
      fresh.add(id);
    }
    return Optional.of(known.get(id).connection());
  }

  @Override
  public ZoneId zoneOf(Mailbox mailbox) {
    return crm.owner(mailbox.associateId())
        .map(DiaryOwner::zone)
        .orElseGet(() -> crm.referenceData().baseZone());
  }

  private void refresh(int id, Map<String, String> stored) {
    String secret = secrets.reveal(ConnectionSettings.secret(id)).orElse("");
    Known before = known.get(id);
    if (before != null && before.holds(stored, secret)) {
      return;
    }
    try {
      known.put(id, new Known(stored, secret, factory.connection(stored, secret)));
    } catch (AdminException.Rejected e) {
      known.remove(id);
      throw new SyncException.MailboxFatal(
          "Connection %d can't be used: %s %s".formatted(id, e.field(), e.getMessage()), e);
    }
  }
}
