package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.ejb.crm.FollowUpRecord;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowGuard;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The writes of one series: its rule, and dates that are made, changed or deleted (schema 4.9).
 *
 * <p>Invariant: rule, touched dates and the masters of an invitee's dates are locked as they were
 * read before the first is written, so that never half a series is written.
 */
final class PlannedSeries implements PlannedWrite {

  /** What happens to the rule row. */
  sealed interface RuleWrite {
    record Insert(int ruleId, CrmRow row, CrmRow stamp) implements RuleWrite {}

    /** A single row becomes a series; the stamp takes the place of the row's. */
    record Begin(int ruleId, CrmRow row, CrmRow stamp, List<CrmRow> older) implements RuleWrite {}

    /**
     * A series becomes a single row, which takes over the stamp.
     *
     * @param stays whether the rule goes on with rows that are kept
     */
    record End(RowGuard guard, boolean stays, CrmRow stamp, List<CrmRow> older)
        implements RuleWrite {}

    record Change(RowGuard guard) implements RuleWrite {}

    record Keep() implements RuleWrite {}

    record Delete(RowGuard guard, List<CrmRow> stamps) implements Gone {}

    /** It stays for colleagues' rows, which say that the series was called off. */
    record Leave(RowGuard guard, List<CrmRow> stamps) implements Gone {}

    /** The series ends in this diary. */
    sealed interface Gone extends RuleWrite {
      RowGuard guard();

      List<CrmRow> stamps();
    }
  }

  private final RuleWrite rule;
  private final List<RowGuard> locks;
  private final List<PlannedWrite> dates;
  private final int actor;

  PlannedSeries(RuleWrite rule, List<RowGuard> locks, List<PlannedWrite> dates, int actor) {
    this.rule = rule;
    this.locks = List.copyOf(locks);
    this.dates = List.copyOf(dates);
    this.actor = actor;
  }

  /** Guards of every row of these dates, participants' rows included. */
  static List<RowGuard> locks(CrmSchema schema, List<FollowUpRecord> dates) {
    List<RowGuard> locks = new ArrayList<>();
    for (FollowUpRecord date : dates) {
      locks.add(guard(schema, LoggedTable.APPOINTMENT, date.appointment()));
      date.title().ifPresent(row -> locks.add(guard(schema, LoggedTable.TEXT, row)));
      date.agenda().ifPresent(row -> locks.add(guard(schema, LoggedTable.TEXT, row)));
      date.visibleFor().forEach(row -> locks.add(guard(schema, LoggedTable.VISIBLE_FOR, row)));
      date.children().forEach(row -> locks.add(guard(schema, LoggedTable.APPOINTMENT, row)));
    }
    return locks;
  }

  private static RowGuard guard(CrmSchema schema, LoggedTable table, CrmRow row) {
    return new RowGuard(schema.table(table.table()), table.key(), row, Map.of());
  }

  @Override
  public void count(KeyNeeds needs) {
    dates.forEach(date -> date.count(needs));
    needs.log(2);
    if (rule instanceof RuleWrite.Insert) {
      needs.row(LoggedTable.FOREIGN_KEY);
    } else if (rule instanceof RuleWrite.Begin begin) {
      needs.row(LoggedTable.FOREIGN_KEY).log(begin.older().size());
    } else if (rule instanceof RuleWrite.End end) {
      needs.row(LoggedTable.FOREIGN_KEY).log(end.older().size());
    } else if (rule instanceof RuleWrite.Gone gone) {
      needs.log(gone.stamps().size());
    }
  }

  @Override
  public List<RowGuard> locks() {
    List<RowGuard> all = new ArrayList<>(locks);
    dates.forEach(date -> all.addAll(date.locks()));
    return all;
  }

  @Override
  public Optional<CrmOutcome> perform(WriteContext context) throws SQLException {
    if (!context.lock(locks())) {
      return Optional.of(new CrmOutcome.ChangedMeanwhile());
    }
    if (rule instanceof RuleWrite.Insert insert) {
      context.insert(LoggedTable.RECURRENCE_RULE, insert.ruleId(), insert.row(), actor);
      context.insert(
          LoggedTable.FOREIGN_KEY, context.nextKey(LoggedTable.FOREIGN_KEY), insert.stamp(), actor);
    } else if (rule instanceof RuleWrite.Begin begin) {
      context.insert(LoggedTable.RECURRENCE_RULE, begin.ruleId(), begin.row(), actor);
      restamp(context, begin.stamp(), begin.older());
    } else if (rule instanceof RuleWrite.Change change
        && !context.update(LoggedTable.RECURRENCE_RULE, change.guard(), actor)) {
      return Optional.of(new CrmOutcome.ChangedMeanwhile());
    } else if (rule instanceof RuleWrite.End end
        && end.stays()
        && !context.update(LoggedTable.RECURRENCE_RULE, end.guard(), actor)) {
      return Optional.of(new CrmOutcome.ChangedMeanwhile());
    }
    BeforeImage image = new BeforeImage();
    if (rule instanceof RuleWrite.Gone gone) {
      add(context, image, gone.guard());
    } else if (rule instanceof RuleWrite.End end && !end.stays()) {
      add(context, image, end.guard());
    }
    for (PlannedWrite date : dates) {
      Optional<CrmOutcome> outcome = date.perform(context);
      if (outcome.isPresent() && outcome.get() instanceof CrmOutcome.Deleted deleted) {
        image.addAll(deleted.rows());
      }
      if (outcome.filter(CrmOutcome.ChangedMeanwhile.class::isInstance).isPresent()) {
        throw new IllegalStateException("a locked date of a series was changed meanwhile");
      }
    }
    if (rule instanceof RuleWrite.Gone gone) {
      for (CrmRow stamp : gone.stamps()) {
        context.delete(LoggedTable.FOREIGN_KEY, stamp.number("foreignkey_id"), actor);
      }
      if (rule instanceof RuleWrite.Delete) {
        context.delete(LoggedTable.RECURRENCE_RULE, gone.guard().key(), actor);
      }
      return Optional.of(new CrmOutcome.Deleted(image.json()));
    }
    if (rule instanceof RuleWrite.End end) {
      restamp(context, end.stamp(), end.older());
      if (!end.stays()) {
        context.delete(LoggedTable.RECURRENCE_RULE, end.guard().key(), actor);
      }
      return Optional.of(new CrmOutcome.Deleted(image.json()));
    }
    context.gone().addAll(image.json());
    return Optional.empty();
  }

  private void restamp(WriteContext context, CrmRow stamp, List<CrmRow> older) throws SQLException {
    for (CrmRow each : older) {
      context.delete(LoggedTable.FOREIGN_KEY, each.number("foreignkey_id"), actor);
    }
    context.insert(LoggedTable.FOREIGN_KEY, context.nextKey(LoggedTable.FOREIGN_KEY), stamp, actor);
  }

  private static void add(WriteContext context, BeforeImage image, RowGuard rule)
      throws SQLException {
    image.add(
        context.connection(),
        context.schema().table(LoggedTable.RECURRENCE_RULE.table()),
        LoggedTable.RECURRENCE_RULE.key(),
        List.of(rule.key()));
  }
}
