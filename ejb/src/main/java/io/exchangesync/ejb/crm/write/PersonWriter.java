package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmWrite;
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
   * @param actor associate in whose mailbox the contacts were edited
   */
  public Result perform(Connection connection, List<CrmWrite.Update> writes, int actor)
      throws SQLException {
    Map<Integer, PersonRows> now =
        persons.rows(connection, writes.stream().map(write -> id(write)).toList());
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
    List<Boolean> written = new ArrayList<>();
    for (Optional<PlannedPerson> plan : plans) {
      written.add(plan.isPresent() && plan.get().perform(context, actor));
    }
    context.flush();
    return new Result(outcomes(connection, writes, written), context.feedLogIds());
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
      Connection connection, List<CrmWrite.Update> writes, List<Boolean> written)
      throws SQLException {
    Map<Integer, PersonRows> now =
        persons.rows(connection, writes.stream().map(write -> id(write)).toList());
    List<CrmOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      CrmPerson before = (CrmPerson) writes.get(i).before();
      PersonRows rows = now.get(before.recordId());
      outcomes.add(
          written.get(i) && rows != null
              ? new CrmOutcome.Written(
                  persons.map(connection, rows, before.reasons()).version(), CrmKeys.NONE)
              : new CrmOutcome.ChangedMeanwhile());
    }
    return outcomes;
  }

  private static int id(CrmWrite.Update write) {
    return write.before().recordId();
  }
}
