package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTaskBuilder;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.MailboxGateway;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MeetingFixture;
import io.exchangesync.core.port.SeriesFixture;
import io.exchangesync.core.port.TaskFixture;
import io.exchangesync.simulator.ExchangeSimulator;
import io.exchangesync.simulator.SimulatorConfig;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The contract's fixture on a simulator in this process, with the owner at work beside us. */
final class SimulatorFixture implements SeriesFixture, MeetingFixture, TaskFixture {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final String SERVICE = "sync@example.com";
  static final String PASSWORD = "sync-password";
  private static final String OWNER_PASSWORD = "owner-password";
  private static final int BATCH_SIZE = 20;

  private final ExchangeSimulator simulator;
  private final Access access;
  private final EwsMailboxGateway gateway;
  private int mailboxes;

  SimulatorFixture(Access access, Function<ExchangeSimulator, SignIn> signIn) {
    this.access = access;
    this.simulator = ExchangeSimulator.start(SimulatorConfig.forTests());
    simulator.addImpersonator(SERVICE, "Sync", PASSWORD);
    simulator.addMailbox("deputy@example.com", "Deputy", PASSWORD);
    this.gateway = gateway(signIn.apply(simulator), access);
  }

  /** User and password of the account that fits the access. */
  static SimulatorFixture basic(Access access) {
    String user = access == Access.IMPERSONATION ? SERVICE : "deputy@example.com";
    return new SimulatorFixture(access, simulator -> new SignIn.Basic(user, PASSWORD));
  }

  ExchangeSimulator simulator() {
    return simulator;
  }

  EwsMailboxGateway gateway(SignIn signIn, Access by) {
    EwsConnection connection =
        new EwsConnection(
            simulator.url(), signIn, by, BATCH_SIZE, Duration.ofSeconds(5), Optional.empty());
    return new EwsMailboxGateway(EwsConnections.single(connection, ZONE), () -> "inst-1");
  }

  @Override
  public MailboxGateway gateway() {
    return gateway;
  }

  @Override
  public Mailbox newMailbox() {
    int id = ++mailboxes;
    String address = "user" + id + "@example.com";
    simulator.addMailbox(address, "User " + id, OWNER_PASSWORD);
    if (access == Access.DELEGATION) {
      simulator.delegate(address, "deputy@example.com", EnumSet.allOf(Right.class));
    }
    return new Mailbox(
        id,
        id,
        address,
        Mailbox.BackEnd.EWS,
        Set.of(Kind.APPOINTMENT, Kind.TASK),
        0,
        Mailbox.State.ACTIVE,
        Optional.empty(),
        Instant.EPOCH);
  }

  @Override
  public int batchSize() {
    return BATCH_SIZE;
  }

  @Override
  public ItemVersion createOutside(Mailbox mailbox, MailboxAppointment value) {
    return asOwner(mailbox, session -> applied(session, new MailboxWrite.Create(value)));
  }

  @Override
  public ItemVersion changeOutside(
      Mailbox mailbox, ItemId id, UnaryOperator<MailboxAppointmentBuilder> change) {
    return asOwner(
        mailbox,
        session -> {
          MailboxAppointment stored = read(session, id);
          return applied(
              session, new MailboxWrite.Update(stored, change.apply(stored.with()).build()));
        });
  }

  @Override
  public void deleteOutside(Mailbox mailbox, ItemId id) {
    try (OutlookUser owner = owner(mailbox)) {
      owner.delete(id.value());
    }
  }

  @Override
  public void moveAwayOutside(Mailbox mailbox, ItemId id) {
    try (OutlookUser owner = owner(mailbox)) {
      owner.moveAway(id.value());
    }
  }

  @Override
  public ItemVersion copyOutside(Mailbox mailbox, ItemId id) {
    return asOwner(
        mailbox, session -> applied(session, new MailboxWrite.Create(read(session, id))));
  }

  @Override
  public ItemVersion createSeriesOutside(Mailbox mailbox, When.Timed first) {
    try (OutlookUser owner = owner(mailbox)) {
      return owner.createSeries(first);
    }
  }

  @Override
  public void moveOccurrenceOutside(
      Mailbox mailbox, ItemId master, LocalDate originalDate, When.Timed to, String subject) {
    try (OutlookUser owner = owner(mailbox)) {
      owner.moveOccurrence(master.value(), originalDate, to, subject);
    }
  }

  @Override
  public void deleteOccurrenceOutside(Mailbox mailbox, ItemId master, LocalDate originalDate) {
    try (OutlookUser owner = owner(mailbox)) {
      owner.deleteOccurrence(master.value(), originalDate);
    }
  }

  @Override
  public ItemVersion createMeetingOutside(Mailbox mailbox, When.Timed when, MeetingRole role) {
    try (OutlookUser owner = owner(mailbox)) {
      ItemVersion meeting = owner.createMeeting(when, "guest@example.com");
      if (role == MeetingRole.ATTENDEE) {
        simulator.tamper(mailbox.address(), meeting.id().value(), "calendar:AppointmentState", "3");
      }
      return meeting;
    }
  }

  @Override
  public ItemVersion inviteOutside(Mailbox mailbox, When.Timed when, String subject) {
    simulator.addMailbox(ORGANIZER, "Organizer", OWNER_PASSWORD);
    try (OutlookUser organizer = new OutlookUser(simulator.url(), ORGANIZER, OWNER_PASSWORD);
        OutlookUser owner = owner(mailbox)) {
      organizer.invite(when, subject, mailbox.address(), GUEST);
      return owner.inCalendar(subject);
    } finally {
      simulator.outbox().clear();
    }
  }

  @Override
  public List<String> subjectsInDeletedItems(Mailbox mailbox) {
    try (OutlookUser owner = owner(mailbox)) {
      return owner.subjectsInDeletedItems();
    }
  }

  @Override
  public List<String> mailsSent() {
    return simulator.outbox().mails().stream().map(Object::toString).toList();
  }

  @Override
  public void close() {
    gateway.close();
    simulator.close();
  }

  @Override
  public ItemVersion createTaskOutside(Mailbox mailbox, MailboxTask value) {
    return asOwner(mailbox, Kind.TASK, session -> applied(session, new MailboxWrite.Create(value)));
  }

  @Override
  public ItemVersion changeTaskOutside(
      Mailbox mailbox, ItemId id, UnaryOperator<MailboxTaskBuilder> change) {
    return asOwner(
        mailbox,
        Kind.TASK,
        session -> {
          MailboxTask stored = readTask(session, id);
          return applied(
              session, new MailboxWrite.Update(stored, change.apply(stored.with()).build()));
        });
  }

  @Override
  public ItemVersion createWeeklyTaskOutside(Mailbox mailbox, LocalDate due) {
    try (OutlookUser owner = owner(mailbox)) {
      return owner.createWeeklyTask(due);
    }
  }

  @Override
  public ItemVersion copyTaskOutside(Mailbox mailbox, ItemId id) {
    return asOwner(
        mailbox,
        Kind.TASK,
        session -> applied(session, new MailboxWrite.Create(readTask(session, id))));
  }

  private static MailboxTask readTask(MailboxSession session, ItemId id) {
    return (MailboxTask) session.read(List.of(id)).get(0).result().orElseThrow();
  }

  /** The mailbox's owner, to be closed. */
  OutlookUser owner(Mailbox mailbox) {
    return new OutlookUser(simulator.url(), mailbox.address(), OWNER_PASSWORD);
  }

  private <T> T asOwner(Mailbox mailbox, Function<MailboxSession, T> work) {
    return asOwner(mailbox, Kind.APPOINTMENT, work);
  }

  private <T> T asOwner(Mailbox mailbox, Kind kind, Function<MailboxSession, T> work) {
    SignIn signIn = new SignIn.Basic(mailbox.address(), OWNER_PASSWORD);
    try (EwsMailboxGateway own = gateway(signIn, Access.OWN_MAILBOX);
        MailboxSession session = own.open(mailbox, kind)) {
      return work.apply(session);
    }
  }

  private static MailboxAppointment read(MailboxSession session, ItemId id) {
    return (MailboxAppointment) session.read(List.of(id)).get(0).result().orElseThrow();
  }

  private static ItemVersion applied(MailboxSession session, MailboxWrite write) {
    return session.apply(List.of(write)).get(0).result().orElseThrow();
  }
}
