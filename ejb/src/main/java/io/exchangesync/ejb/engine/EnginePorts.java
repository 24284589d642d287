package io.exchangesync.ejb.engine;

import io.exchangesync.core.engine.ChangeFeed;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.CrmPersons;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.HoldStore;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.MailboxGateway;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.port.MemberKeys;
import io.exchangesync.core.port.SettingsSource;
import io.exchangesync.core.port.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Gathers the container's beans into what core's engine talks to. */
@ApplicationScoped
public class EnginePorts {
  @Inject private CrmGateway crm;
  @Inject private CrmPersons persons;
  @Inject private MemberKeys memberKeys;
  @Inject private MailboxGateway mailboxes;
  @Inject private LinkStore links;
  @Inject private CursorStore cursors;
  @Inject private ChangeQueue queue;
  @Inject private LeaseStore leases;
  @Inject private MailboxStore mailboxStore;
  @Inject private Journal journal;
  @Inject private HoldStore holds;
  @Inject private SettingsSource settings;
  @Inject private UnitOfWork work;
  @Inject private InstallationId installation;

  @Produces
  @Singleton
  public Ports ports() {
    return new Ports(
        crm,
        persons,
        memberKeys,
        mailboxes,
        links,
        cursors,
        queue,
        leases,
        mailboxStore,
        journal,
        holds,
        settings,
        work,
        Clock.systemUTC(),
        installation.value(),
        () -> UUID.randomUUID().toString());
  }

  @Produces
  @Singleton
  public ChangeFeed changeFeed(Ports ports) {
    return new ChangeFeed(ports);
  }
}
