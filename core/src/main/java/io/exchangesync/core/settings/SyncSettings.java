package io.exchangesync.core.settings;

import io.exchangesync.core.model.Kind;
import java.util.Objects;
import java.util.Set;

/**
 * The effective settings of one mailbox: system value, overridden per associate.
 *
 * @param windowBack days before today
 * @param windowAhead days after today
 * @param deletePast what happens to a completed or past row whose item was deleted in the mailbox
 * @param visibleFor whether visibility may be written in SuperOffice (sync-rules 2a)
 */
public record SyncSettings(
    int windowBack,
    int windowAhead,
    Direction direction,
    MappingSettings mapping,
    FilterSettings filters,
    BrakeSettings brakes,
    ConflictPolicy conflict,
    DeletePast deletePast,
    VisibleForMode visibleFor,
    KindSettings kinds) {

  public static final SyncSettings DEFAULTS =
      new SyncSettings(
          30,
          120,
          Direction.BOTH,
          MappingSettings.DEFAULTS,
          FilterSettings.NONE,
          BrakeSettings.DEFAULTS,
          ConflictPolicy.NEWEST,
          DeletePast.KEEP,
          VisibleForMode.UNPROVED,
          KindSettings.DEFAULTS);

  public SyncSettings {
    if (windowBack < 0 || windowAhead < 0) {
      throw new IllegalArgumentException("a window has no negative length");
    }
    Objects.requireNonNull(direction);
    Objects.requireNonNull(mapping);
    Objects.requireNonNull(filters);
    Objects.requireNonNull(brakes);
    Objects.requireNonNull(conflict);
    Objects.requireNonNull(deletePast);
    Objects.requireNonNull(visibleFor);
    Objects.requireNonNull(kinds);
  }

  /** The same for all kinds. */
  public SyncSettings(
      int windowBack,
      int windowAhead,
      Direction direction,
      MappingSettings mapping,
      FilterSettings filters,
      BrakeSettings brakes,
      ConflictPolicy conflict,
      DeletePast deletePast,
      VisibleForMode visibleFor) {
    this(
        windowBack,
        windowAhead,
        direction,
        mapping,
        filters,
        brakes,
        conflict,
        deletePast,
        visibleFor,
        KindSettings.DEFAULTS);
  }

  /** The same without a mail: a first synchronization never sends any. */
  public SyncSettings silent() {
    return new SyncSettings(
        windowBack,
        windowAhead,
        direction,
        mapping,
        filters,
        brakes,
        conflict,
        deletePast,
        visibleFor,
        kinds.silent());
  }

  /**
   * What holds for a mailbox with these kinds: without that of selections their members stay
   * contacts, whatever {@code selections.as} says.
   */
  public SyncSettings forKinds(Set<Kind> synchronizedKinds) {
    return synchronizedKinds.contains(Kind.SELECTION)
        ? this
        : new SyncSettings(
            windowBack,
            windowAhead,
            direction,
            mapping.withContacts(mapping.contacts().byCategory()),
            filters,
            brakes,
            conflict,
            deletePast,
            visibleFor,
            kinds);
  }

  /** What holds for one kind: its own direction, if it has one; contacts go their one way. */
  public SyncSettings of(Kind kind) {
    boolean followUp = kind == Kind.APPOINTMENT || kind == Kind.TASK;
    return new SyncSettings(
        windowBack,
        windowAhead,
        kinds.directions().getOrDefault(kind, followUp ? direction : Direction.BOTH),
        mapping,
        filters,
        brakes,
        conflict,
        deletePast,
        visibleFor,
        kinds);
  }

  /** Which way changes travel (setting {@code direction}). */
  public enum Direction {
    BOTH,
    TO_MAILBOX,
    TO_CRM;

    public boolean toMailbox() {
      return this != TO_CRM;
    }

    public boolean toCrm() {
      return this != TO_MAILBOX;
    }
  }

  /** Who wins a field that both sides changed differently (setting {@code conflict}). */
  public enum ConflictPolicy {
    NEWEST,
    CRM,
    MAILBOX,
    HOLD
  }

  /** Setting {@code delete.past}: a mailbox clean-up must not erase history. */
  public enum DeletePast {
    KEEP,
    DELETE
  }

  /** Setting {@code crm.visible-for}. */
  public enum VisibleForMode {
    /** Creates and visibility changes in SuperOffice are held with VISIBLEFOR_UNPROVED. */
    UNPROVED,
    DIRECT,
    WEBAPI
  }

  /**
   * Brakes (invariants I3, I8).
   *
   * @param deletesCount deletes per run and the last 24 h that stop the mailbox
   * @param deletesPercent share of live links, applied from 5 deletes on
   * @param rewritesPerHour writes of one link per hour
   */
  public record BrakeSettings(int deletesCount, int deletesPercent, int rewritesPerHour) {
    public static final BrakeSettings DEFAULTS = new BrakeSettings(50, 30, 10);

    /** Whether this many deletes are too many for a mailbox with this many live links. */
    public boolean trips(int deletes, int liveLinks) {
      return deletes > deletesCount
          || (deletes >= 5 && deletes * 100L > (long) deletesPercent * liveLinks);
    }
  }

  /**
   * What is not followed at all, per direction; an item that begins to match is never deleted
   * (invariant I4).
   */
  public record FilterSettings(Filter allDay, Filter free, Filter privateItems, Filter recurring) {
    public static final FilterSettings NONE =
        new FilterSettings(Filter.NONE, Filter.NONE, Filter.NONE, Filter.NONE);

    /** Directions a filter closes. */
    public enum Filter {
      NONE,
      TO_MAILBOX,
      TO_CRM,
      BOTH;

      public boolean closesToMailbox() {
        return this == TO_MAILBOX || this == BOTH;
      }

      public boolean closesToCrm() {
        return this == TO_CRM || this == BOTH;
      }
    }
  }
}
