package io.exchangesync.ejb.crm.container;

import io.exchangesync.ejb.crm.CrmSettings;
import io.exchangesync.ejb.crm.SqlCrmGateway;
import io.exchangesync.ejb.crm.SqlCrmPersons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Gives the server its one {@code CrmGateway}, {@code CrmDirectory} and {@code CrmPersons}. */
@ApplicationScoped
public class CrmProducer {
  @Inject private ContainerTransactions transactions;
  @Inject private ReferenceBean reference;

  @Produces
  @Singleton
  public SqlCrmGateway crmGateway() {
    CrmSettings settings =
        CrmSettings.from(
            name -> Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()));
    Clock clock = Clock.systemUTC();
    return new SqlCrmGateway(transactions, settings, clock, () -> reference.load(settings, clock));
  }

  @Produces
  @Singleton
  public SqlCrmPersons crmPersons(SqlCrmGateway gateway) {
    return gateway.persons();
  }
}
