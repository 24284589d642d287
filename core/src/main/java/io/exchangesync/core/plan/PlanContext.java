package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.settings.SyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What decisions of one mailbox have in common.
 *
 * @param window the days that are synchronized, in the owner's zone
 * @param now moment of planning [UTC]
 * @param mailboxSkew what has to be added to the mailbox server's times to get ours
 * @param brake whether deletes have to wait for a person
 */
public record PlanContext(
    Kind kind,
    ItemMapping mapping,
    DiaryOwner owner,
    SyncSettings settings,
    Window window,
    Instant now,
    Duration mailboxSkew,
    Brake brake) {

  /** State of the delete brake for this slice. */
  public enum Brake {
    OFF,
    /** Deletes become holds. */
    ON
  }

  public PlanContext {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(mapping);
    Objects.requireNonNull(owner);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(window);
    Objects.requireNonNull(now);
    Objects.requireNonNull(mailboxSkew);
    Objects.requireNonNull(brake);
  }

  /** The same with deletes held. */
  public PlanContext braked() {
    return new PlanContext(kind, mapping, owner, settings, window, now, mailboxSkew, Brake.ON);
  }

  /** The same with a skew that was measured. */
  public PlanContext withMailboxSkew(Duration skew) {
    return new PlanContext(kind, mapping, owner, settings, window, now, skew, brake);
  }

  /** The window of the settings around {@code now}, in days of the owner's zone. */
  public static Window windowAround(Instant now, DiaryOwner owner, SyncSettings settings) {
    var today = now.atZone(owner.zone()).toLocalDate();
    return new Window(
        today.minusDays(settings.windowBack()), today.plusDays(settings.windowAhead()));
  }
}
