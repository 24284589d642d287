package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.mapping.Winner;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.plan.Decision.Align;
import io.exchangesync.core.plan.Decision.Hold;
import io.exchangesync.core.plan.Decision.Skip;
import io.exchangesync.core.settings.SyncSettings.ConflictPolicy;
import io.exchangesync.core.settings.SyncSettings.VisibleForMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a row and an item that are the same thing to the same values, keeping every edit
 * (invariant I2).
 */
final class Alignment {
  /** Clocks are not trusted closer than this; within it SuperOffice wins (sync-rules 6). */
  private static final Duration TIE = Duration.ofSeconds(5);

  private final PlanContext context;
  private final ItemMapping mapping;

  Alignment(PlanContext context) {
    this.context = context;
    this.mapping = context.mapping();
  }

  /**
   * @param matched why two unlinked halves belong together; empty for a link
   */
  Decision align(
      Optional<Link> link,
      CrmRecord row,
      MailboxItem item,
      MeetingFacts meeting,
      Optional<Reason> matched) {
    Optional<Base> base =
        link.map(Link::base).filter(known -> known.mappingVersion() == mapping.version());
    FieldValues crm = mapping.readCrm(row);
    Optional<Base> decorated =
        base.or(() -> Optional.of(new Base(crm, FieldValues.none(), mapping.version())));
    FieldValues mailbox = mapping.readMailbox(item, decorated);
    Merge.Result owned =
        new Ownership(context, row, item)
            .of(Merge.merge(mapping, base, crm, mailbox, winner(row, item)), crm, mailbox);
    boolean colleagues =
        !owned.putBack().isEmpty() && meeting.organizer() == MeetingFacts.Organizer.LINKED;
    Merge.Result merge = colleagues && base.isEmpty() ? owned.without(Field.BODY) : owned;
    if (colleagues && organizersDoing(merge, mailbox, meeting, decorated)) {
      return new Skip(Reason.WAITING_FOR_ORGANIZER);
    }
    if (!merge.conflicts().isEmpty() && context.settings().conflict() == ConflictPolicy.HOLD) {
      return new Hold(
          Reason.CONFLICT, "Changed on both sides: " + merge.conflicts() + "; choose a side.");
    }
    FieldValues toCrm = merge.toCrm();
    Optional<Reason> held = Optional.empty();
    if (Planner.touchesVisibility(toCrm)
        && context.settings().visibleFor() != VisibleForMode.DIRECT) {
      toCrm = toCrm.without(Field.PRIVACY);
      held = Optional.of(Reason.VISIBLEFOR_UNPROVED);
    }
    if (!context.settings().direction().toCrm()) {
      toCrm = FieldValues.none();
    }
    FieldValues toMailbox =
        context.settings().direction().toMailbox() ? merge.toMailbox() : FieldValues.none();
    CrmRecord crmAfter = mapping.putCrm(toCrm, row);
    Set<Field> withdrawn =
        context.settings().direction().toMailbox()
            ? new Withdrawal(mapping, toMailbox).of(base, row, item)
            : Set.of();
    MailboxItem put = mapping.putMailbox(toMailbox, item, decorated);
    MailboxItem mailboxAfter =
        withdrawn.isEmpty() ? put : mapping.veiled(put, withdrawn, decorated);
    boolean quiet = crmAfter.equals(row) && mailboxAfter.equals(item);
    boolean known = knows(link, row, item);
    if (quiet && matched.isEmpty() && held.isEmpty() && known) {
      return new Skip(Reason.UNCHANGED);
    }
    return new Align(
        matched.orElseGet(() -> !quiet && known ? Reason.REAPPLIED : why(merge, quiet, row)),
        row,
        crmAfter,
        item,
        mailboxAfter,
        merge.lost(),
        held);
  }

  /**
   * Whether a linked colleague's meeting differs here because he changed it: his own copy says the
   * same as this one, or can't be asked. Then his pass brings it to the row.
   */
  private boolean organizersDoing(
      Merge.Result merge, FieldValues mailbox, MeetingFacts meeting, Optional<Base> base) {
    if (merge.putBack().isEmpty()) {
      return false;
    }
    if (meeting.organizersCopy().isEmpty()) {
      return !meeting.standsAlone();
    }
    FieldValues organizers = mapping.readMailbox(meeting.organizersCopy().get(), base);
    return merge.putBack().stream()
        .anyMatch(field -> organizers.get(field).equals(mailbox.get(field)));
  }

  private static boolean knows(Optional<Link> link, CrmRecord row, MailboxItem item) {
    return link.filter(
            known ->
                known.crmVersion().equals(row.version())
                    && known.item().equals(item.item())
                    && (known.uid().equals(item.uid()) || !meets(item)))
        .isPresent();
  }

  /** Whether others find the item by its UID. */
  private static boolean meets(MailboxItem item) {
    return item instanceof MailboxAppointment found && found.meetingRole() != MeetingRole.NONE;
  }

  private Reason why(Merge.Result merge, boolean quiet, CrmRecord row) {
    if (!merge.putBack().isEmpty()) {
      return Scope.of(context).ownerWins(row);
    }
    if (!merge.conflicts().isEmpty()) {
      return Reason.CONFLICT_RESOLVED;
    }
    boolean fromCrm = !merge.toMailbox().asMap().isEmpty();
    boolean fromMailbox = !merge.toCrm().asMap().isEmpty();
    if (fromCrm && fromMailbox) {
      return Reason.CHANGED_ON_BOTH;
    }
    if (quiet) {
      return Reason.UNCHANGED;
    }
    return fromCrm ? Reason.CHANGED_IN_CRM : Reason.CHANGED_IN_MAILBOX;
  }

  private Winner winner(CrmRecord row, MailboxItem item) {
    return switch (context.settings().conflict()) {
      case CRM -> Winner.CRM;
      case MAILBOX -> Winner.MAILBOX;
      case HOLD -> Winner.NOBODY;
      case NEWEST -> {
        Instant mailboxChanged = item.lastModified().plus(context.mailboxSkew());
        yield mailboxChanged.isAfter(row.lastChanged().plus(TIE)) ? Winner.MAILBOX : Winner.CRM;
      }
    };
  }
}
