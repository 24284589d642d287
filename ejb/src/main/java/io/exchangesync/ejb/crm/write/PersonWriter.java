package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.PersonWish;
import io.exchangesync.ejb.crm.person.PersonQueries;
import io.exchangesync.ejb.crm.person.PersonRows;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.SequenceKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what edits of contacts changed on persons: title, own phones, e-mail, private address.
 *
 * <p>Invariant: a person whose rows changed since they were read is left alone; no person and no
 * company is ever made or deleted.
 */
public final class PersonWriter {
  private final CrmSchema schema;
  private final PersonQueries persons;
  private final SequenceKeys keys;
  private final LogClock clock;

  /** What one batch did. */
  public record Result(List<CrmOutcome> outcomes, List<Integer> feedLogIds) {}

  public PersonWriter(CrmSchema schema, PersonQueries persons, SequenceKeys keys, LogClock clock) {
    this.schema = schema;
    this.persons = persons;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param wish of the mailbox in which the contacts were edited
   */
  public Result perform(Connection connection, List<CrmWrite.Update> writes, PersonWish wish)
      throws SQLException {
    int actor = wish.owner().associateId();
    List<Integer> ids = writes.stream().map(write -> id(write)).toList();
    Map<Integer, PersonRows> now = persons.rows(connection, ids, wish);
    KeyNeeds needs = new KeyNeeds();
    List<Optional<PlannedPerson>> plans = new ArrayList<>();
    for (CrmWrite.Update write : writes) {
      Optional<PlannedPerson> plan = plan(connection, write, now.get(id(write)));
      plan.ifPresent(each -> each.count(needs));
      plans.add(plan);
    }
    WriteContext context =
        new WriteContext(
            connection, schema, keys.take(needs.counts()), clock.nowUtc(), clock.logTime());
    List<Optional<CrmOutcome>> failed = new ArrayList<>();
    for (Optional<PlannedPerson> plan : plans) {
      failed.add(
          plan.isPresent()
              ? plan.get().perform(context, actor)
              : Optional.of(new CrmOutcome.ChangedMeanwhile()));
    }
    context.flush();
    Map<Integer, PersonRows> then = persons.rows(connection, ids, wish);
    return new Result(outcomes(connection, writes, failed, then), context.feedLogIds());
  }

  private Optional<PlannedPerson> plan(
      Connection connection, CrmWrite.Update write, PersonRows rows) throws SQLException {
    CrmPerson before = (CrmPerson) write.before();
    if (rows == null
        || !persons.map(connection, rows, before.reasons()).version().equals(before.version())) {
      return Optional.empty();
    }
    return Optional.of(new PlannedPerson(before, (CrmPerson) write.after(), rows, schema));
  }

  private List<CrmOutcome> outcomes(
      Connection connection,
      List<CrmWrite.Update> writes,
      List<Optional<CrmOutcome>> failed,
      Map<Integer, PersonRows> now)
      throws SQLException {
    List<CrmOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      CrmPerson before = (CrmPerson) writes.get(i).before();
      outcomes.add(
          failed.get(i).isPresent()
              ? failed.get(i).get()
              : new CrmOutcome.Written(
                  persons.map(connection, now.get(before.recordId()), before.reasons()).version(),
                  CrmKeys.NONE));
    }
    return outcomes;
  }

  private static int id(CrmWrite.Update write) {
    return write.before().recordId();
  }
}
