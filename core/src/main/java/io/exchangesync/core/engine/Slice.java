package io.exchangesync.core.engine;

import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.plan.Planner;
import io.exchangesync.core.plan.Post;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The work on one mailbox under one claim: at most 500 items or 30 seconds of effects, so that one
 * long first synchronization delays nobody else. Not thread-safe.
 *
 * <p>A slice that was not read to its end leaves the position where it was (invariant I5).
 */
public final class Slice implements AutoCloseable {
  static final int MOST_EFFECTS = 500;
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final Ports ports;
  private final Claim claim;
  private final long run;
  private final PlanContext context;
  private final MailboxSession session;
  private final Agenda agenda;
  private final CandidateReader reader;
  private final Releases releases;
  private final DeleteBrake deletes;
  private final Matcher matcher;
  private final Iterator<List<Ref>> groups;
  private int handedOut;
  private final Deque<Candidate> ready = new ArrayDeque<>();
  private final Instant begun;
  private final Limit limit;
  private final Echo echo = new Echo();
  private final AddressBook book;
  private final MailBrake mails;
  private final Silence silence;
  private int effects;
  private int refused;
  private boolean cut;
  private SyncException failure;
  private OptionalInt reapply = OptionalInt.empty();

  /** Whether a slice stops when it has done enough. */
  enum Limit {
    SLICE,
    /** A dry run reads everything. */
    NONE
  }

  Slice(
      Ports ports,
      Claim claim,
      long run,
      PlanContext context,
      MailboxSession session,
      Agenda agenda,
      Releases releases,
      DeleteBrake deletes,
      AddressBook book,
      Silence silence,
      Limit limit) {
    this.ports = ports;
    this.claim = claim;
    this.run = run;
    this.context = context;
    this.session = session;
    this.agenda = agenda;
    this.releases = releases;
    this.deletes = deletes;
    this.limit = limit;
    this.book = book;
    this.silence = silence;
    this.reader =
        new CandidateReader(
            ports,
            new CrmSide(ports, context),
            session,
            claim,
            releases,
            new Meetings(ports, context, claim, book, session));
    this.mails =
        new MailBrake(
            ports,
            claim,
            releases,
            run,
            agenda,
            context.settings().kinds().meetings().mailsPerRun());
    this.matcher = Matcher.of(context);
    this.groups = agenda.groups().iterator();
    this.begun = ports.clock().instant();
  }

  /** The next candidate; empty at the end of the slice. Reads from both sides group by group. */
  public Optional<Candidate> next() {
    while (ready.isEmpty() && failure == null && groups.hasNext()) {
      if (limit == Limit.SLICE && enough()) {
        cut = true;
        return Optional.empty();
      }
      try {
        List<Candidate> read = reader.read(groups.next());
        handedOut++;
        ready.addAll(agenda.listing() ? matcher.match(read) : read);
      } catch (SyncException e) {
        fail(e);
      }
    }
    return Optional.ofNullable(ready.poll());
  }

  /**
   * Whether the group that was read last is handed out and another one follows: what was read
   * together is written together, the last group with the end of the slice.
   */
  public boolean betweenGroups() {
    return ready.isEmpty() && groups.hasNext();
  }

  /** A re-application looks at what has nothing to be written too: time alone never cuts it. */
  private boolean enough() {
    boolean late =
        reapply.isEmpty()
            && Duration.between(begun, ports.clock().instant()).compareTo(LONGEST) > 0;
    return effects >= MOST_EFFECTS || effects > 0 && late;
  }

  /** The decision for a candidate of this slice. */
  public Decision decide(Candidate candidate) {
    Decision loud = Planner.plan(candidate, context);
    Decision decision =
        Post.mails(loud, context) == 0
            ? loud
            : silence.over(candidate).map(quiet -> Planner.plan(candidate, quiet)).orElse(loud);
    if (deletes(decision) && !candidate.released() && !deletes.allowsOneMore()) {
      return Planner.brakedNow(decision);
    }
    int leaving = Post.mails(decision, context(candidate));
    if (!mails.allows(candidate, leaving)) {
      return new Decision.Hold(
          Reason.BRAKE_MAILS, leaving + " mails would leave; release it to send them.");
    }
    if (!(decision instanceof Decision.Skip) && !(decision instanceof Decision.Hold)) {
      effects++;
    }
    return decision;
  }

  /** Whether something disappears for somebody; a row that its booking's row replaces does not. */
  private static boolean deletes(Decision decision) {
    boolean delete =
        decision instanceof Decision.DeleteInCrm
            || decision instanceof Decision.DeleteComingInCrm
            || decision instanceof Decision.DeleteInMailbox;
    return delete && decision.reason() != Reason.REPLACED_BY_BOOKING;
  }

  /** Nothing to read, to write or to remember: the mailbox can be given back as it is. */
  public boolean idle() {
    return agenda.groups().isEmpty()
        && agenda.position().isEmpty()
        && failure == null
        && !agenda.listing()
        && claim.mailbox().state() == Mailbox.State.ACTIVE;
  }

  public Claim claim() {
    return claim;
  }

  /** Id of the job execution this slice belongs to; 0 = none. */
  public long run() {
    return run;
  }

  public PlanContext context() {
    return context;
  }

  /** The context in which a candidate is decided: what a first synchronization began is silent. */
  PlanContext context(Candidate candidate) {
    return silence.context(candidate, context);
  }

  /** Whether what has to be looked at again about a candidate sends no mail either. */
  boolean silent(Candidate candidate) {
    return silence.keeps(candidate);
  }

  /** What stopped the slice early; empty if nothing did. */
  public Optional<SyncException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether everything there was to look at was handed out and nothing failed. */
  public boolean complete() {
    return failure == null && !cut && ready.isEmpty() && !groups.hasNext();
  }

  MailboxSession session() {
    return session;
  }

  Agenda agenda() {
    return agenda;
  }

  Releases releases() {
    return releases;
  }

  /** It carries out the re-application of settings with this number. */
  void reapplies(int number) {
    reapply = OptionalInt.of(number);
  }

  /** Key below which every linked pair was handed out; empty if all of them were. */
  OptionalInt lookedAtUpTo() {
    IntStream left =
        agenda.groups().stream()
            .skip(handedOut)
            .flatMap(List::stream)
            .filter(ref -> !ref.mayDelete() && !ref.goesOn())
            .flatMapToInt(ref -> ref.link().stream().mapToInt(Link::key));
    OptionalInt first = left.min();
    return first.isPresent() ? OptionalInt.of(first.getAsInt() - 1) : OptionalInt.empty();
  }

  OptionalInt reapply() {
    return reapply;
  }

  int effects() {
    return effects;
  }

  /** Mails that the decisions so far let leave. */
  int mails() {
    return mails.decided();
  }

  AddressBook book() {
    return book;
  }

  Echo echo() {
    return echo;
  }

  List<PendingChange> takeAgain() {
    return silence.filed(reader.takeAgain());
  }

  void giveBackAgain(List<PendingChange> taken) {
    reader.giveBackAgain(taken);
  }

  /** So many things of it were not taken by the database and wait in holds. */
  void refused(int more) {
    refused += more;
  }

  int refused() {
    return refused;
  }

  void fail(SyncException e) {
    failure = e;
    ready.clear();
  }

  @Override
  public void close() {
    session.close();
  }
}
