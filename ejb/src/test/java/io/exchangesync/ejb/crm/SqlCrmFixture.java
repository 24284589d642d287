package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.port.CrmFixture;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The SQL gateway on a test database, with a SuperOffice user beside it. */
final class SqlCrmFixture implements CrmFixture {
  private final CrmTestDatabase database;
  private final PlainTransactions transactions;
  private final SqlCrmGateway gateway;
  private final SuperOfficeUser user;

  SqlCrmFixture(CrmTestDatabase database) {
    this(database, CrmSettings.DEFAULTS);
  }

  SqlCrmFixture(CrmTestDatabase database, CrmSettings settings) {
    this.database = database;
    this.transactions = new PlainTransactions(database.dataSource());
    CrmSettings mine = settings.withSchema(database.schema());
    Clock clock = Clock.systemUTC();
    this.gateway =
        new SqlCrmGateway(
            transactions,
            mine,
            clock,
            () -> {
              try (EntityManager entities = database.entities()) {
                return new ReferenceLoader(entities, mine, clock).get();
              }
            });
    this.user = new SuperOfficeUser(database);
  }

  /** Somebody writes between the reading and the writing of the next batch. */
  void meanwhile(Runnable action) {
    transactions.meanwhile(action);
  }

  CrmTestDatabase database() {
    return database;
  }

  @Override
  public SqlCrmGateway gateway() {
    return gateway;
  }

  @Override
  public int associate() {
    return database.number("SELECT associate_id FROM #.[associate] WHERE name = 'KHAU'");
  }

  @Override
  public int colleague() {
    return database.number("SELECT associate_id FROM #.[associate] WHERE name = 'OAND'");
  }

  @Override
  public int resource() {
    return database.number(
        "SELECT MIN(associate_id) FROM #.[associate] WHERE type = 1 AND deleted = 0");
  }

  @Override
  public int outsidePerson() {
    return database.number(
        "SELECT MIN(person_id) FROM #.[person] WHERE person_id NOT IN"
            + " (SELECT person_id FROM #.[associate])");
  }

  @Override
  public int personOf(int associate) {
    return database.number("SELECT person_id FROM #.[associate] WHERE associate_id = " + associate);
  }

  @Override
  public <T> T committed(Supplier<T> work) {
    return transactions.committed(work);
  }

  @Override
  public void rolledBack(Runnable work) {
    transactions.rolledBack(work);
  }

  @Override
  public int userCreates(CrmAppointment value) {
    return user.creates(value);
  }

  @Override
  public void userEdits(int recordId, UnaryOperator<CrmAppointmentBuilder> edit) {
    CrmAppointment before = read(recordId);
    user.writes(before, edit.apply(before.with()).build());
  }

  @Override
  public void userDeletes(int recordId) {
    user.deletes(read(recordId));
  }

  CrmAppointment read(int recordId) {
    return Optional.ofNullable(gateway.read(List.of(recordId)).get(recordId))
        .orElseGet(() -> dateOfSeries(recordId));
  }

  private CrmAppointment dateOfSeries(int rowId) {
    int rule =
        (Integer)
            database
                .query(
                    "SELECT recurrenceRuleId AS r FROM #.[appointment] WHERE appointment_id = "
                        + rowId)
                .get(0)
                .get("r");
    return gateway.read(List.of(SeriesKey.ofRule(rule))).values().stream()
        .flatMap(found -> found.series().orElseThrow().occurrences().stream())
        .map(date -> date.row())
        .filter(row -> row.recordId() == rowId)
        .findFirst()
        .orElseThrow();
  }

  SuperOfficeUser user() {
    return user;
  }
}
