package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.MailboxGateway;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.SyncException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * The mailbox side by Exchange Web Services.
 *
 * <p>Sessions share open sockets with others that trust the same authorities; nothing else is
 * shared, because the library's service is not thread-safe. A trust store is read once.
 */
public final class EwsMailboxGateway implements MailboxGateway, AutoCloseable {
  private static final int DELETE = 0x7F;

  private final EwsConnections connections;
  private final Supplier<String> installationId;
  private final Map<Optional<TrustStore>, CloseableHttpClient> clients = new ConcurrentHashMap<>();

  /**
   * @param installationId whose stamps are ours; asked when the first session needs it
   */
  public EwsMailboxGateway(EwsConnections connections, Supplier<String> installationId) {
    this.connections = connections;
    this.installationId = installationId;
  }

  @Override
  public MailboxSession open(Mailbox mailbox, Kind kind) {
    EwsConnection connection =
        connections
            .of(mailbox)
            .orElseThrow(
                () ->
                    new SyncException.MailboxFatal(
                        "No connection to Exchange is set up for " + mailbox.address(), null));
    if (mailbox.address().chars().anyMatch(c -> c <= ' ' || c == DELETE)) {
      throw new SyncException.MailboxFatal(
          "The mailbox address holds blanks or control characters: correct it", null);
    }
    CloseableHttpClient client = clients.computeIfAbsent(connection.trustStore(), EwsHttp::client);
    EwsService service = new EwsService(connection, client, mailbox.address());
    ZoneId zone = connections.zoneOf(mailbox);
    return switch (kind) {
      case APPOINTMENT -> new EwsMailboxSession(service, new AppointmentCodec(zone));
      case TASK -> new EwsMailboxSession(service, new TaskCodec(zone, Clock.systemUTC()));
      case CONTACT -> new EwsMailboxSession(service, new ContactCodec(zone));
      case SELECTION ->
          new EwsSelectionSession(
              service,
              new ContactCodec(zone),
              new OurStamps(installationId.get(), mailbox.associateId()));
    };
  }

  /** Closes the sockets of all connections; no session is used after that. */
  @Override
  public void close() {
    clients.values().forEach(EwsHttp::close);
    clients.clear();
  }
}
