package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.UnmappableException;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Observation;
import io.exchangesync.core.model.Observation.Deleted;
import io.exchangesync.core.model.Observation.Unknown;
import io.exchangesync.core.plan.Decision.CreateInCrm;
import io.exchangesync.core.plan.Decision.CreateInMailbox;
import io.exchangesync.core.plan.Decision.DeleteComingInCrm;
import io.exchangesync.core.plan.Decision.DeleteInCrm;
import io.exchangesync.core.plan.Decision.DeleteInMailbox;
import io.exchangesync.core.plan.Decision.EndLink;
import io.exchangesync.core.plan.Decision.Ending;
import io.exchangesync.core.plan.Decision.Hold;
import io.exchangesync.core.plan.Decision.Skip;
import io.exchangesync.core.settings.SyncSettings.VisibleForMode;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what happens to one thing: a pure function of candidate and context, no I/O, no clock, no
 * state.
 *
 * <p>Read it from {@link #plan} downwards: first what is not ours to touch, then by situation -
 * new, paired, linked, gone.
 */
public final class Planner {
  private final PlanContext context;
  private final Scope scope;
  private final MeetingRules meetings;

  private Planner(PlanContext context) {
    this.context = context;
    this.scope = Scope.of(context);
    this.meetings = new MeetingRules(context);
  }

  /** The decision for one candidate; never throws for what the two sides may hold. */
  public static Decision plan(Candidate candidate, PlanContext context) {
    try {
      return new Planner(context).decide(candidate);
    } catch (UnmappableException e) {
      Reason why = e.field() == Field.PATTERN ? Reason.PATTERN_UNSUPPORTED : Reason.UNMAPPABLE;
      return new Hold(why, e.getMessage());
    }
  }

  private Decision decide(Candidate candidate) {
    if (candidate.crm() instanceof Unknown<CrmRecord> unknown) {
      return new Skip(Reason.UNKNOWN_SIDE, "SuperOffice: " + unknown.why());
    }
    if (candidate.mailbox() instanceof Unknown<MailboxItem> unknown) {
      return new Skip(Reason.UNKNOWN_SIDE, "Mailbox: " + unknown.why());
    }
    Optional<CrmRecord> row = candidate.crm().content();
    Optional<MailboxItem> item = candidate.mailbox().content();
    Optional<Reason> untouchable =
        scope.untouchable(row, item).or(() -> meetings.untouchable(candidate, row));
    if (untouchable.isPresent()) {
      return new Skip(untouchable.get());
    }
    Optional<Reason> held = row.flatMap(scope::held);
    if (held.isPresent()) {
      return new Hold(held.get(), held.get().text());
    }
    if (candidate.match() == Match.AMBIGUOUS && !candidate.released()) {
      return new Hold(Reason.AMBIGUOUS_MATCH, Reason.AMBIGUOUS_MATCH.text());
    }
    if (candidate.link().isEmpty()) {
      return unlinked(candidate, row, item);
    }
    Link link = candidate.link().get();
    return switch (link.state()) {
      case LIVE -> linked(candidate, link, row, item);
      case LET_GO -> new Skip(Reason.NOT_FOLLOWED);
      case CLOSED -> closed(candidate, row, item);
    };
  }

  private Decision unlinked(
      Candidate candidate, Optional<CrmRecord> row, Optional<MailboxItem> item) {
    Optional<Reason> elsewhere = row.flatMap(scope::leaves);
    if (elsewhere.equals(Optional.of(Reason.OWNER_CHANGED))) {
      return new Skip(Reason.OTHER_OWNER);
    }
    if (elsewhere.isPresent() && !scope.takesFromMailbox()) {
      return new Skip(elsewhere.get());
    }
    if (row.isPresent() && item.isPresent()) {
      return paired(candidate, row.get(), item.get());
    }
    Optional<Decision> waits = meetings.unlinked(candidate, row, item);
    if (waits.isPresent()) {
      return scope.outOfScope(row, item).<Decision>map(Skip::new).orElseGet(waits::get);
    }
    if (row.isPresent()) {
      return newInCrm(row.get(), Reason.NEW_IN_CRM);
    }
    if (item.isPresent()) {
      Reason why = candidate.match() == Match.COPY ? Reason.COPY_OF_ITEM : Reason.NEW_IN_MAILBOX;
      return newInMailbox(item.get(), why);
    }
    return new Skip(Reason.DELETED_ON_BOTH);
  }

  private Decision newInCrm(CrmRecord row, Reason why) {
    Optional<Reason> left = scope.leaves(row);
    if (left.isPresent()) {
      return new Skip(left.get());
    }
    Optional<Reason> out = scope.outOfScope(Optional.of(row), Optional.empty());
    if (out.isPresent()) {
      return new Skip(out.get());
    }
    if (!context.settings().direction().toMailbox()) {
      return new Skip(Reason.DIRECTION_CLOSED);
    }
    FieldValues values = context.mapping().readCrm(row);
    return new CreateInMailbox(why, row, context.mapping().newMailbox(values, row));
  }

  private Decision newInMailbox(MailboxItem item, Reason why) {
    if (!scope.takesFromMailbox()) {
      return new Skip(Reason.NOT_IMPORTED);
    }
    Optional<Reason> out = scope.outOfScope(Optional.empty(), Optional.of(item));
    if (out.isPresent()) {
      return new Skip(out.get());
    }
    if (!context.settings().direction().toCrm()) {
      return new Skip(Reason.DIRECTION_CLOSED);
    }
    if (context.settings().visibleFor() != VisibleForMode.DIRECT) {
      return new Hold(Reason.VISIBLEFOR_UNPROVED, Reason.VISIBLEFOR_UNPROVED.text());
    }
    FieldValues values = context.mapping().readMailbox(item, Optional.empty());
    return new CreateInCrm(why, item, context.mapping().newCrm(values, item));
  }

  private Decision paired(Candidate candidate, CrmRecord row, MailboxItem item) {
    Optional<Reason> out = scope.outOfScope(Optional.of(row), Optional.of(item));
    if (out.isPresent()) {
      return new Skip(out.get());
    }
    Optional<Reason> left = scope.leaves(row);
    if (left.isPresent()) {
      if (candidate.match() == Match.CONTENT) {
        return new Skip(left.get());
      }
      if (meetings.askedAnew(candidate, row, item)) {
        return new Skip(Reason.WAITING_FOR_ORGANIZER);
      }
      return leaveMailbox(candidate, item, left.get());
    }
    Reason why =
        switch (candidate.match()) {
          case STAMP -> Reason.MATCHED_BY_STAMP;
          case IDENTITY -> Reason.MATCHED_BY_IDENTITY;
          default -> Reason.MATCHED_BY_CONTENT;
        };
    return new Alignment(context)
        .align(Optional.empty(), row, item, candidate.meeting(), Optional.of(why));
  }

  private Decision linked(
      Candidate candidate, Link link, Optional<CrmRecord> row, Optional<MailboxItem> item) {
    if (row.isPresent() && item.isPresent()) {
      return bothPresent(candidate, link, row.get(), item.get());
    }
    if (row.isPresent()) {
      return deletedInMailbox(candidate, link, row.get());
    }
    if (item.isPresent()) {
      return deletedInCrm(candidate, link, item.get());
    }
    return gone(candidate.crm()) && gone(candidate.mailbox())
        ? new EndLink(Reason.DELETED_ON_BOTH, Ending.CLOSED)
        : new Skip(Reason.UNKNOWN_SIDE);
  }

  private Decision bothPresent(Candidate candidate, Link link, CrmRecord row, MailboxItem item) {
    Optional<Reason> left = scope.leaves(row);
    if (left.isPresent()) {
      return left.get() == Reason.DECLINED && meetings.organizerMoved(candidate, row)
          ? new Skip(Reason.WAITING_FOR_ORGANIZER)
          : leaveMailbox(candidate, item, left.get());
    }
    Optional<Reason> out = scope.outOfScope(Optional.of(row), Optional.of(item));
    if (out.isPresent()) {
      return new Skip(out.get());
    }
    Optional<Decision> called =
        meetings.linked(candidate, row, item).or(() -> meetings.replaced(candidate, row));
    if (called.isPresent()) {
      return calledOff(candidate, row, called.get());
    }
    Decision decision =
        new Alignment(context)
            .align(Optional.of(link), row, item, candidate.meeting(), Optional.empty());
    if (tooOften(candidate)
        && decision instanceof Decision.Align align
        && (align.writesCrm() || align.writesMailbox())) {
      return rewritesHeld(candidate);
    }
    if (Turns.deletes(decision)) {
      return braked(candidate, decision);
    }
    return decision instanceof Skip ? meetings.besideBooking(candidate, decision) : decision;
  }

  /** A cancellation takes no history away: what is completed or past stays (sync-rules 7). */
  private Decision calledOff(Candidate candidate, CrmRecord row, Decision decision) {
    if (decision instanceof DeleteInCrm && !candidate.released()) {
      if (scope.itemGone(row) == Scope.ItemGone.KEEP_ROW) {
        return new EndLink(Reason.KEPT_PAST, Ending.LET_GO);
      }
      if (scope.keepsSome(row)) {
        return new Hold(
            Reason.CANCELLED_IN_PART,
            "Dates of the cancelled series are past or completed; release it to delete all of them,"
                + " or delete the coming ones in SuperOffice.");
      }
    }
    return decision.reason() == Reason.REPLACED_BY_BOOKING ? decision : braked(candidate, decision);
  }

  private boolean tooOften(Candidate candidate) {
    return candidate.recentWrites() >= context.settings().brakes().rewritesPerHour()
        && !candidate.released();
  }

  private static Decision rewritesHeld(Candidate candidate) {
    return new Hold(
        Reason.BRAKE_REWRITES,
        "Written " + candidate.recentWrites() + " times within an hour; release it to go on.");
  }

  private Decision leaveMailbox(Candidate candidate, MailboxItem item, Reason why) {
    if (!context.settings().direction().toMailbox()) {
      return new Skip(Reason.DIRECTION_CLOSED);
    }
    return braked(candidate, new DeleteInMailbox(why, item));
  }

  private Decision deletedInMailbox(Candidate candidate, Link link, CrmRecord row) {
    Optional<Reason> left = scope.leaves(row);
    if (left.equals(Optional.of(Reason.DECLINED)) && meetings.organizerMoved(candidate, row)) {
      return new Skip(Reason.WAITING_FOR_ORGANIZER);
    }
    if (left.isPresent()) {
      return new EndLink(
          Reason.DELETED_IN_MAILBOX, scope.takesFromMailbox() ? Ending.LET_GO : Ending.CLOSED);
    }
    Optional<Reason> out = scope.outOfScope(Optional.of(row), Optional.empty());
    if (out.isPresent()) {
      return new Skip(out.get());
    }
    Scope.ItemGone then = itemGone(link, row);
    if (then == Scope.ItemGone.LEAVE_AWAY) {
      return new EndLink(Reason.LEFT_AWAY, Ending.LET_GO);
    }
    if (then == Scope.ItemGone.PUT_BACK && tooOften(candidate)) {
      return rewritesHeld(candidate);
    }
    FieldValues now = context.mapping().readCrm(row);
    if (edited(now, link.base().crm()) && meetings.changeWins(candidate, row)) {
      return newInCrm(row, Reason.CHANGE_WINS_OVER_DELETE);
    }
    if (then == Scope.ItemGone.KEEP_ROW) {
      return new EndLink(Reason.KEPT_PAST, Ending.LET_GO);
    }
    if (then == Scope.ItemGone.PUT_BACK) {
      return newInCrm(row, Reason.OWNED_BY_CRM);
    }
    if (!context.settings().direction().toCrm()) {
      return new Skip(Reason.DIRECTION_CLOSED);
    }
    if (then == Scope.ItemGone.ASK) {
      return new Hold(
          Reason.OWNED_BY_CRM,
          "The item of an assignment or booking was deleted; accept or decline it.");
    }
    if (then == Scope.ItemGone.DECLINE && meetings.organizerMoved(candidate, row)) {
      return new Skip(Reason.WAITING_FOR_ORGANIZER);
    }
    return then == Scope.ItemGone.DECLINE ? meetings.decline(row) : braked(candidate, deleted(row));
  }

  /** Of a series that reaches back, the dates to come only. */
  private Decision deleted(CrmRecord row) {
    return scope.keepsSome(row)
        ? new DeleteComingInCrm(
            Reason.DELETED_BUT_PAST,
            row,
            context.mapping().onlyDates(row, date -> scope.keepsSome(date)))
        : new DeleteInCrm(Reason.DELETED_IN_MAILBOX, row);
  }

  /** An invitation is declined also where the row can't say that it is owned outside. */
  private Scope.ItemGone itemGone(Link link, CrmRecord row) {
    Scope.ItemGone then = scope.itemGone(row);
    boolean invited = link.base().mailbox().get(Field.RESPONSE).isPresent();
    return then == Scope.ItemGone.DELETE_ROW && invited ? Scope.ItemGone.DECLINE : then;
  }

  private Decision deletedInCrm(Candidate candidate, Link link, MailboxItem item) {
    Optional<Reason> out = scope.outOfScope(Optional.empty(), Optional.of(item));
    if (out.isPresent()) {
      return new Skip(out.get());
    }
    FieldValues now = context.mapping().readMailbox(item, Optional.of(link.base()));
    if (scope.takesFromMailbox()
        && edited(now, link.base().mailbox())
        && !meetings.followsOrganizer(candidate, item)) {
      return newInMailbox(item, Reason.CHANGE_WINS_OVER_DELETE);
    }
    if (!context.settings().direction().toMailbox()) {
      return new Skip(Reason.DIRECTION_CLOSED);
    }
    return braked(candidate, new DeleteInMailbox(Reason.DELETED_IN_CRM, item));
  }

  /** Outsiders are participants too and no edit beside theirs. */
  private boolean edited(FieldValues now, FieldValues agreed) {
    var mapping = context.mapping();
    FieldValues seen = mapping.asAgreed(now, agreed, mapping.withheld(now));
    Set<Field> differing = seen.differingFrom(agreed);
    differing.remove(Field.OUTSIDERS);
    return !differing.isEmpty();
  }

  private Decision closed(
      Candidate candidate, Optional<CrmRecord> row, Optional<MailboxItem> item) {
    if (row.isPresent() || item.isEmpty()) {
      return unlinked(candidate, row, item);
    }
    if (MeetingRules.cancelled(item)) {
      return new Skip(Reason.CANCELLED);
    }
    boolean goesOn = scope.livesOn(item.get()) || !scope.takesFromMailbox();
    if (candidate.released() || goesOn) {
      return newInMailbox(item.get(), Reason.NEW_IN_MAILBOX);
    }
    return new Hold(Reason.STAMPED_BUT_DELETED, Reason.STAMPED_BUT_DELETED.text());
  }

  private Decision braked(Candidate candidate, Decision delete) {
    if (delete instanceof Skip) {
      return delete;
    }
    if (context.brake() == PlanContext.Brake.ON && !candidate.released()) {
      return brakedNow(delete);
    }
    return delete;
  }

  /** What the brake makes of a delete: it waits for a person. */
  public static Hold brakedNow(Decision delete) {
    String text = Reason.BRAKE_DELETES.text();
    return new Hold(
        Reason.BRAKE_DELETES,
        delete instanceof DeleteComingInCrm
            ? text + " Of this series the coming dates would go; past and completed ones stay."
            : text);
  }

  private static boolean gone(Observation<?> side) {
    return side instanceof Deleted<?> || side instanceof Observation.Absent<?>;
  }

  /** Fields that an update of visibility in SuperOffice needs proof for (sync-rules 2a). */
  static boolean touchesVisibility(FieldValues toCrm) {
    return toCrm.get(Field.PRIVACY).isPresent();
  }
}
