package io.exchangesync.core.engine;

import io.exchangesync.core.mapping.AppointmentMapping;
import io.exchangesync.core.mapping.ContactMapping;
import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.mapping.MappingContext;
import io.exchangesync.core.mapping.People;
import io.exchangesync.core.mapping.RememberedReadings;
import io.exchangesync.core.mapping.SelectionMapping;
import io.exchangesync.core.mapping.TaskMapping;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.plan.PlanContext.Brake;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Opens slices: decides how a mailbox is read and prepares everything its decisions need. */
public final class Engine {
  /**
   * How many references are read and planned together; also the size of a chunk. Two requests of 50
   * a side: where both sides have news in equal parts, each request is still full.
   */
  public static final int GROUP = 100;

  private final Ports ports;

  public Engine(Ports ports) {
    this.ports = ports;
  }

  /**
   * Begins work on a claimed mailbox; talks to both sides.
   *
   * @param run id of the job execution; 0 = none
   * @throws SyncException if a side can't be reached; the claim then has to be given back with
   *     {@link #giveBack}
   */
  public Slice open(Claim claim, long run) {
    RunMode mode =
        claim.fullListingDue()
                || claim.position().isEmpty()
                || claim.mailbox().state() == Mailbox.State.FIRST_LINK
            ? RunMode.LISTING
            : RunMode.CHANGES;
    OptionalInt reapply =
        mode == RunMode.LISTING ? ports.leases().reapplyAsked(claim) : OptionalInt.empty();
    Slice slice = open(claim, run, reapply.isPresent() ? RunMode.REAPPLY : mode, Slice.Limit.SLICE);
    reapply.ifPresent(slice::reapplies);
    return slice;
  }

  Slice open(Claim claim, long run, RunMode mode, Slice.Limit limit) {
    AddressBook book = new AddressBook(ports, claim.mailbox());
    boolean first = claim.position().isEmpty();
    PlanContext context = context(claim.mailbox(), claim.kind(), book, first);
    MailboxSession session = ports.mailboxes().open(claim.mailbox(), claim.kind());
    try {
      Agenda agenda = read(claim, mode, context, session);
      DeleteBrake deletes = new DeleteBrake(ports, claim, context.settings().brakes());
      boolean braked = deletes.trips(agenda.deletions());
      PlanContext measured = context.withMailboxSkew(session.clockSkew());
      PlanContext used = braked ? measured.braked() : measured;
      Releases releases = new Releases(ports, claim);
      boolean firstLink = first || claim.mailbox().state() == Mailbox.State.FIRST_LINK;
      Silence silence =
          new Silence(
              ports,
              claim,
              releases,
              firstLink ? Optional.empty() : Optional.of(() -> quiet(claim, book, used)));
      return new Slice(
          ports, claim, run, used, session, agenda, releases, deletes, book, silence, limit);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private Agenda read(Claim claim, RunMode mode, PlanContext context, MailboxSession session) {
    if (mode == RunMode.CHANGES) {
      try {
        return new ChangeReader(ports, session, claim, GROUP).read();
      } catch (SyncException.SyncStateInvalid e) {
        return new ListingReader(ports, session, claim, context, GROUP).read();
      }
    }
    ListingReader listing = new ListingReader(ports, session, claim, context, GROUP);
    return (mode == RunMode.REAPPLY ? listing.lookingAtEveryPair(begun(claim)) : listing).read();
  }

  /** The context of a slice without mails. */
  private PlanContext quiet(Claim claim, AddressBook book, PlanContext like) {
    PlanContext silent = context(claim.mailbox(), claim.kind(), book, true);
    PlanContext measured = silent.withMailboxSkew(like.mailboxSkew());
    return like.brake() == Brake.ON ? measured.braked() : measured;
  }

  /**
   * Where a re-application that was cut goes on; one that is only planned begins with the first.
   */
  private int begun(Claim claim) {
    return claim.epoch() > 0 && ports.leases().reapplyAsked(claim).isPresent()
        ? ports.leases().reappliedUpTo(claim)
        : 0;
  }

  PlanContext context(Mailbox mailbox, Kind kind) {
    return context(mailbox, kind, new AddressBook(ports, mailbox));
  }

  PlanContext context(Mailbox mailbox, Kind kind, AddressBook book) {
    return context(mailbox, kind, book, false);
  }

  /**
   * No mail leaves at the first synchronization of a mailbox and kind (invariant I7).
   *
   * @param first whether nothing of this kind was ever synchronized to its end
   */
  private PlanContext context(Mailbox mailbox, Kind kind, AddressBook book, boolean first) {
    DiaryOwner owner =
        ports
            .crm()
            .owner(mailbox.associateId())
            .orElseThrow(
                () ->
                    new SyncException.MailboxFatal(
                        "Associate "
                            + mailbox.associateId()
                            + " does not exist or is retired; unlink the mailbox.",
                        null));
    SyncSettings set =
        ports.settings().forAssociate(mailbox.associateId()).forKinds(mailbox.kinds()).of(kind);
    boolean silent = first || mailbox.state() == Mailbox.State.FIRST_LINK;
    SyncSettings settings = silent ? set.silent() : set;
    Instant now = ports.clock().instant();
    Window window = PlanContext.windowAround(now, owner, settings);
    MappingContext facts =
        new MappingContext(
            owner,
            ports.crm().referenceData(),
            ports.crm().capabilities(),
            settings.mapping(),
            window.to());
    return new PlanContext(
        kind,
        new RememberedReadings(mapping(kind, facts, settings, now, book)),
        owner,
        settings,
        window,
        now,
        Duration.ZERO,
        Brake.OFF);
  }

  private static ItemMapping mapping(
      Kind kind, MappingContext facts, SyncSettings settings, Instant now, People people) {
    return switch (kind) {
      case APPOINTMENT -> new AppointmentMapping(facts, people, settings.kinds().meetings());
      case TASK ->
          new TaskMapping(
              facts, settings.kinds().tasks(), now.atZone(facts.owner().zone()).toLocalDate());
      case CONTACT -> new ContactMapping(facts.settings().contacts());
      case SELECTION -> new SelectionMapping(facts.settings().contacts());
    };
  }

  /**
   * Gives a mailbox back after a slice; call it when the slice's last chunk is committed. What was
   * linked before the position could move may be deleted without the mailbox's changes naming it:
   * then both sides are listed next.
   */
  public void giveBack(Slice slice, Duration interval) {
    Instant now = ports.clock().instant();
    if (slice.failure().isPresent()) {
      giveBack(slice, slice.failure().get());
    } else if (!slice.complete()) {
      slice
          .reapply()
          .ifPresent(
              number ->
                  slice
                      .lookedAtUpTo()
                      .ifPresent(key -> ports.leases().reappliedUpTo(slice.claim(), number, key)));
      giveBackEarly(slice);
    } else if (slice.agenda().listing()) {
      slice.reapply().ifPresent(number -> ports.leases().reapplied(slice.claim(), number));
      ports.leases().releaseListed(slice.claim(), now.plus(interval));
    } else {
      ports.leases().release(slice.claim(), now.plus(interval));
    }
  }

  /** Gives a mailbox back whose slice failed: due again when the server said so. */
  public void giveBack(Slice slice, SyncException failure) {
    unfinished(slice, ports.clock().instant().plus(wait(failure)));
  }

  /** Gives a mailbox back before its slice came to an end; due at once. */
  public void giveBackEarly(Slice slice) {
    unfinished(slice, ports.clock().instant());
  }

  private void unfinished(Slice slice, Instant due) {
    if (slice.effects() > 0) {
      ports.leases().releaseUnfinished(slice.claim(), due);
    } else {
      ports.leases().release(slice.claim(), due);
    }
  }

  /** Gives a mailbox back that could not be worked on: due again when the server said so. */
  public void giveBack(Claim claim, SyncException failure) {
    ports.leases().release(claim, ports.clock().instant().plus(wait(failure)));
  }

  private static Duration wait(SyncException failure) {
    return failure instanceof SyncException.Retriable retriable
        ? retriable.backOff().orElse(Duration.ofSeconds(30))
        : Duration.ofMinutes(15);
  }

  /** What the administrator sees of a mailbox after a failure; empty if nothing changes. */
  public Optional<Mailbox> afterFailure(Mailbox mailbox, SyncException failure) {
    Mailbox.State state =
        failure instanceof SyncException.NeedsConsent
            ? Mailbox.State.NEEDS_CONSENT
            : failure instanceof SyncException.MailboxFatal
                ? Mailbox.State.FAILED
                : mailbox.state();
    Mailbox seen = mailbox.withState(state, Optional.of(failure.getMessage()));
    return seen.equals(mailbox) ? Optional.empty() : Optional.of(seen);
  }
}
