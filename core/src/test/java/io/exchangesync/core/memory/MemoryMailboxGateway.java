package io.exchangesync.core.memory;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxGateway;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.SyncException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mailbox side in memory: passes the contract, takes edits from outside and fails on demand.
 *
 * <p>Sends a mail only for a write that says so (invariant I7), which {@link #mailsSent()} lets a
 * simulation check.
 */
public final class MemoryMailboxGateway implements MailboxGateway {
  /** How the next operations fail; each takes one fault. */
  public enum Fault {
    /** Nothing happens and the caller is told so. */
    BEFORE_EFFECT,
    /** It happens, but the reply is lost. */
    AFTER_EFFECT
  }

  private final Map<String, MemoryMailbox> mailboxes = new ConcurrentHashMap<>();
  private final Map<String, MemoryContacts> contacts = new ConcurrentHashMap<>();
  private final Map<String, MemorySelections> selections = new ConcurrentHashMap<>();
  private final Map<String, MemoryTasks> tasks = new ConcurrentHashMap<>();
  private final MemoryPost post = new MemoryPost(mailboxes);
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final Deque<Fault> writeFaults = new ArrayDeque<>();
  private final Deque<ItemProblem> turnedAway = new ArrayDeque<>();
  private final int pageSize;
  private Optional<Clock> clock = Optional.empty();

  public MemoryMailboxGateway() {
    this(512);
  }

  /**
   * @param pageSize entries of a change page, at least 1
   */
  public MemoryMailboxGateway(int pageSize) {
    this.pageSize = pageSize;
  }

  /** Ids that follow from the order of what happens and times of this clock, for replays. */
  public MemoryMailboxGateway(int pageSize, Clock clock) {
    this(pageSize);
    this.clock = Optional.of(clock);
  }

  private <F extends MemoryFolder<?>> F named(String name, F folder) {
    clock.ifPresent(time -> folder.replayable(name, time));
    return folder;
  }

  /** The task folder of the mailbox with this address; made on first use. */
  public MemoryTasks tasks(String address) {
    return tasks.computeIfAbsent(address, a -> named("task-" + a + "-", new MemoryTasks()));
  }

  /** The calendar of the mailbox with this address; made on first use. */
  public MemoryMailbox mailbox(String address) {
    return mailboxes.computeIfAbsent(address, a -> named("item-" + a + "-", new MemoryMailbox()));
  }

  /** The contacts of the mailbox with this address; made on first use. */
  public MemoryContacts contacts(String address) {
    return contacts.computeIfAbsent(address, a -> new MemoryContacts());
  }

  /** What shows selections in the mailbox with this address; made on first use. */
  public MemorySelections selections(String address) {
    return selections.computeIfAbsent(address, a -> new MemorySelections());
  }

  @Override
  public MailboxSession open(Mailbox mailbox, Kind kind) {
    MemoryMailbox found = mailboxes.get(mailbox.address());
    if (found == null) {
      throw new SyncException.MailboxFatal("no such mailbox: " + mailbox.address(), null);
    }
    return switch (kind) {
      case APPOINTMENT ->
          new MemoryMailboxSession<>(
              found, MailboxAppointment.class, this, pageSize, mailbox.address());
      case TASK ->
          new MemoryMailboxSession<>(
              tasks(mailbox.address()), MailboxTask.class, this, pageSize, mailbox.address());
      case CONTACT -> new MemoryContactSession(contacts(mailbox.address()));
      case SELECTION -> new MemorySelectionSession(selections(mailbox.address()));
    };
  }

  /** Lets one more of the coming operations fail, in the order of the calls. */
  public synchronized void failNext(Fault fault) {
    faults.add(fault);
  }

  /** Lets one more of the coming writes fail, whatever is read before. */
  public synchronized void failNextWrite(Fault fault) {
    writeFaults.add(fault);
  }

  /**
   * Lets coming writes of single items be turned away while the rest of their batch goes on.
   *
   * @param problem what is answered
   */
  public synchronized void turnAway(int items, ItemProblem problem) {
    for (int i = 0; i < items; i++) {
      turnedAway.add(problem);
    }
  }

  synchronized Optional<ItemProblem> nextProblem() {
    return Optional.ofNullable(turnedAway.poll());
  }

  /** From now on nothing fails. */
  public synchronized void heal() {
    faults.clear();
    writeFaults.clear();
    turnedAway.clear();
  }

  synchronized Optional<Fault> nextWriteFault() {
    return Optional.ofNullable(writeFaults.poll()).or(this::nextFault);
  }

  /** Mails that left. */
  public List<String> mailsSent() {
    return post.sent();
  }

  /** The transport between the mailboxes. */
  public MemoryPost post() {
    return post;
  }

  synchronized Optional<Fault> nextFault() {
    return Optional.ofNullable(faults.poll());
  }
}
