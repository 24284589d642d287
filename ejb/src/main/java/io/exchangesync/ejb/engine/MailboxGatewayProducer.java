package io.exchangesync.ejb.engine;

import io.exchangesync.exchange.ews.EwsMailboxGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Gives the server its one {@code MailboxGateway}. */
@ApplicationScoped
public class MailboxGatewayProducer {
  @Inject private StoredConnections connections;
  @Inject private InstallationId installation;

  @Produces
  @Singleton
  public EwsMailboxGateway mailboxGateway() {
    return new EwsMailboxGateway(connections, installation::value);
  }

  void close(@Disposes EwsMailboxGateway gateway) {
    gateway.close();
  }
}
