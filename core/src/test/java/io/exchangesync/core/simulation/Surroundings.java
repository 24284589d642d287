package io.exchangesync.core.simulation;

import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.HoldStore;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.MailboxGateway;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.UnitOfWork;
import io.exchangesync.core.simulation.Wrapped.Between;

/** The engine's ports with something between; what is not named passes untouched. */
final class Surroundings {
  private CrmGateway crm;
  private MailboxGateway mailboxes;
  private LinkStore links;
  private CursorStore cursors;
  private ChangeQueue queue;
  private LeaseStore leases;
  private Journal journal;
  private HoldStore holds;
  private UnitOfWork work;
  private final Ports ports;

  Surroundings(Ports ports) {
    this.ports = ports;
    this.crm = ports.crm();
    this.mailboxes = ports.mailboxes();
    this.links = ports.links();
    this.cursors = ports.cursors();
    this.queue = ports.queue();
    this.leases = ports.leases();
    this.journal = ports.journal();
    this.holds = ports.holds();
    this.work = ports.work();
  }

  /** What stands between the engine and one mailbox's folder. */
  interface BetweenSession {
    Object pass(Mailbox mailbox, Kind kind, Wrapped.Call call);
  }

  Surroundings crm(Between between) {
    crm = Wrapped.of(CrmGateway.class, crm, between);
    return this;
  }

  Surroundings sessions(BetweenSession between) {
    MailboxGateway real = mailboxes;
    mailboxes =
        (mailbox, kind) ->
            Wrapped.of(
                MailboxSession.class,
                real.open(mailbox, kind),
                call -> between.pass(mailbox, kind, call));
    return this;
  }

  Surroundings links(Between between) {
    links = Wrapped.of(LinkStore.class, links, between);
    return this;
  }

  Surroundings queue(Between between) {
    queue = Wrapped.of(ChangeQueue.class, queue, between);
    return this;
  }

  Surroundings leases(Between between) {
    leases = Wrapped.of(LeaseStore.class, leases, between);
    return this;
  }

  Surroundings journal(Between between) {
    journal = Wrapped.of(Journal.class, journal, between);
    return this;
  }

  Surroundings work(Between between) {
    work = Wrapped.of(UnitOfWork.class, work, between);
    return this;
  }

  /** The same between the engine and everything. */
  Surroundings everything(Between between) {
    cursors = Wrapped.of(CursorStore.class, cursors, between);
    holds = Wrapped.of(HoldStore.class, holds, between);
    return crm(between)
        .sessions((mailbox, kind, call) -> between.pass(call))
        .links(between)
        .queue(between)
        .leases(between)
        .journal(between)
        .work(between);
  }

  Ports ports() {
    return new Ports(
        crm,
        ports.persons(),
        ports.memberKeys(),
        mailboxes,
        links,
        cursors,
        queue,
        leases,
        ports.mailboxStore(),
        journal,
        holds,
        ports.settings(),
        work,
        ports.clock(),
        ports.installationId(),
        ports.linkIds());
  }
}
