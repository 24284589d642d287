package io.exchangesync.ejb.engine;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.ejb.admin.ConnectionSettings;
import io.exchangesync.ejb.admin.ConnectionView.SignInKind;
import io.exchangesync.ejb.store.ConnectionStore;
import io.exchangesync.ejb.store.SecretReader;
import io.exchangesync.exchange.ews.Access;
import io.exchangesync.exchange.ews.EwsConnection;
import io.exchangesync.exchange.ews.EwsConnections;
import io.exchangesync.exchange.ews.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The one connection to Exchange the administrator set up, read again every few seconds.
 *
 * <p>An unchanged connection stays the same object, so that its sockets are shared.
 */
@ApplicationScoped
public class StoredConnections implements EwsConnections {
  private static final long REMEMBERED = Duration.ofSeconds(5).toNanos();

  @Inject private ConnectionStore store;
  @Inject private SecretReader secrets;
  @Inject private CrmGateway crm;
  private Optional<Known> known = Optional.empty();
  private long readAt;

  private record Known(
      Map<String, String> settings, String secret, Optional<EwsConnection> connection) {}

  @Override
  public synchronized Optional<EwsConnection> of(Mailbox mailbox) {
    if (known.isEmpty() || System.nanoTime() - readAt > REMEMBERED) {
      Map<String, String> settings = store.read();
      String secret =
          settings.isEmpty() ? "" : secrets.reveal(ConnectionSettings.SECRET).orElse("");
      known =
          known
              .filter(k -> k.settings().equals(settings) && k.secret().equals(secret))
              .or(() -> Optional.of(new Known(settings, secret, connection(settings, secret))));
      readAt = System.nanoTime();
    }
    return known.flatMap(Known::connection);
  }

  @Override
  public ZoneId zoneOf(Mailbox mailbox) {
    return crm.owner(mailbox.associateId())
        .map(DiaryOwner::zone)
        .orElseGet(() -> crm.referenceData().baseZone());
  }

  private static Optional<EwsConnection> connection(Map<String, String> settings, String secret) {
    return Optional.ofNullable(settings.get(ConnectionSettings.URL))
        .map(
            url ->
                new EwsConnection(
                    URI.create(url),
                    signIn(settings, secret),
                    Access.valueOf(ConnectionSettings.access(settings).name()),
                    ConnectionSettings.batchSize(settings),
                    EwsConnection.DEFAULT_TIMEOUT,
                    Optional.empty()));
  }

  private static SignIn signIn(Map<String, String> settings, String secret) {
    return ConnectionSettings.signIn(settings) == SignInKind.BASIC
        ? new SignIn.Basic(settings.getOrDefault(ConnectionSettings.USER, ""), secret)
        : new SignIn.Bearer(() -> secret);
  }
}
