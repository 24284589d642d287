package io.exchangesync.core.simulation;

import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.simulation.Wrapped.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One thing that goes wrong in a run, at one of its calls: of the mailbox, of the database, of the
 * process itself. An owner that pauses longer than its lease between renewing it and writing makes
 * an item twice (docs/reliability.md); it pauses before the next call instead.
 */
final class Trouble {
  private static final int LATEST_CALL = 120;
  private static final int LATEST_WRITE = 5;
  private static final Set<String> OF_THE_MAILBOX = Set.of("changes", "read", "apply");

  /** What goes wrong. */
  enum Sort {
    CRASH,
    LOST_REPLY,
    TIME_OUT,
    THROTTLED,
    UNAUTHORIZED,
    SYNC_STATE_INVALID,
    COMMIT_FAILS,
    LEASE_EXPIRES,
    USER_INTERFERES,
    REORDERED_AND_REPEATED,
    ROW_EDITED_BEFORE_COMMIT,
    CRASH_IN_COMMIT
  }

  /** What a step of trouble chooses from; the others are steps of their own. */
  static final Sort[] ANY =
      EnumSet.range(Sort.CRASH, Sort.REORDERED_AND_REPEATED).toArray(new Sort[0]);

  /** The process is gone: nothing it would still do is done. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final SimulatedWorld world;
  private final Sort sort;
  private final Random random;
  private final Runnable interference;
  private int callsLeft;
  private boolean dead;

  /**
   * @param interference what another node or a user does in the middle
   */
  Trouble(SimulatedWorld world, Sort sort, Dice dice, Runnable interference) {
    this.world = world;
    this.sort = sort;
    this.random = new Random(dice.number());
    this.interference = interference;
    this.callsLeft = dice.below(latest(sort));
  }

  private static int latest(Sort sort) {
    return switch (sort) {
      case CRASH, USER_INTERFERES, LEASE_EXPIRES -> LATEST_CALL;
      case CRASH_IN_COMMIT, ROW_EDITED_BEFORE_COMMIT -> LATEST_WRITE;
      default -> LATEST_CALL / 8;
    };
  }

  Sort sort() {
    return sort;
  }

  boolean dead() {
    return dead;
  }

  Ports around(Ports ports) {
    return new Surroundings(ports).everything(this::pass).ports();
  }

  private Object pass(Call call) {
    if (dead) {
      throw new Crash();
    }
    if (sort == Sort.REORDERED_AND_REPEATED && call.name().equals("changes")) {
      return shaken((MailboxChanges) call.go());
    }
    if (!counts(call) || callsLeft-- != 0) {
      return call.go();
    }
    world.tell("    " + sort + " at " + call.name());
    return strike(call);
  }

  private boolean counts(Call call) {
    return switch (sort) {
      case CRASH, USER_INTERFERES, LEASE_EXPIRES -> true;
      case COMMIT_FAILS, ROW_EDITED_BEFORE_COMMIT -> call.name().equals("run");
      case CRASH_IN_COMMIT -> call.name().equals("apply") && call.to(CrmGateway.class);
      default -> OF_THE_MAILBOX.contains(call.name());
    };
  }

  private Object strike(Call call) {
    switch (sort) {
      case CRASH -> {
        boolean after = random.nextBoolean() && !call.name().equals("run");
        if (after) {
          call.go();
        }
        dead = true;
        throw new Crash();
      }
      case LOST_REPLY -> {
        call.go();
        throw new SyncException.Retriable("the reply is lost", Optional.empty(), null);
      }
      case TIME_OUT -> throw new SyncException.Retriable("time-out", Optional.empty(), null);
      case THROTTLED ->
          throw new SyncException.Retriable(
              "ErrorServerBusy", Optional.of(Duration.ofMinutes(5)), null);
      case UNAUTHORIZED -> throw new SyncException.NeedsConsent("401", null);
      case SYNC_STATE_INVALID -> {
        if (!call.name().equals("changes")) {
          return call.go();
        }
        throw new SyncException.SyncStateInvalid("ErrorInvalidSyncStateData", null);
      }
      case COMMIT_FAILS -> {
        return failing(call);
      }
      case CRASH_IN_COMMIT -> {
        call.go();
        dead = true;
        throw new Crash();
      }
      case LEASE_EXPIRES, USER_INTERFERES, ROW_EDITED_BEFORE_COMMIT -> {
        if (sort == Sort.LEASE_EXPIRES && call.name().equals("apply")) {
          callsLeft = 0;
          return call.go();
        }
        interference.run();
        return call.go();
      }
      default -> {
        return call.go();
      }
    }
  }

  private static Object failing(Call call) {
    Supplier<?> work = (Supplier<?>) call.argument(0);
    Supplier<Object> refused =
        () -> {
          work.get();
          throw new SyncException.Retriable("the commit failed", Optional.empty(), null);
        };
    return call.with(0, refused).go();
  }

  /** Rows in another order, and some of them twice. */
  private MailboxChanges shaken(MailboxChanges page) {
    List<io.exchangesync.core.port.ItemHead> present = new ArrayList<>(page.present());
    present.addAll(page.present().subList(0, page.present().size() / 2));
    Collections.shuffle(present, random);
    List<io.exchangesync.core.model.ItemId> deleted = new ArrayList<>(page.deleted());
    deleted.addAll(page.deleted());
    Collections.shuffle(deleted, random);
    return new MailboxChanges(present, deleted, page.next(), page.complete());
  }
}
