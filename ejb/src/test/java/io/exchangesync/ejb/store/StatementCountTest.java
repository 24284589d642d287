package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Claim;
import io.exchangesync.ejb.plain.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementCountTest {
  private final TestDatabase database = TestDatabase.h2();
  private final Beans beans = new Beans(database);

  @Test
  void anIdleMailboxCostsThreeStatements() {
    Mailbox mailbox = beans.mailboxes().save(aMailbox());
    beans.leases().add(mailbox.id(), Kind.APPOINTMENT);
    beans.cursors().moveMailbox(mailbox.id(), Kind.APPOINTMENT, "position");
    database.statements();

    Claim claim =
        beans
            .leases()
            .claim(Kind.APPOINTMENT, "me", Duration.ofMinutes(5), List.of())
            .orElseThrow();
    beans.leases().release(claim, Instant.now().plusSeconds(60));

    assertThat(claim.position()).contains("position");
    assertThat(database.statements()).isEqualTo(3);
  }

  @Test
  void fiveHundredNewLinksGoSixtyFourInAStatement() throws SQLException {
    database.statements();
    database.execute("SET QUERY_STATISTICS FALSE");
    database.execute("SET QUERY_STATISTICS TRUE");

    List<Link> saved =
        beans
            .links()
            .save(IntStream.rangeClosed(1, 500).mapToObj(StatementCountTest::aLink).toList());

    int keys = 2;
    assertThat(database.statements()).isEqualTo(keys);
    assertThat(inserts()).isEqualTo(7 + 3); // 64 each, then 32, 16 and 4
    assertThat(beans.links().page(1, Kind.APPOINTMENT, 0, 1000)).containsExactlyElementsOf(saved);
  }

  /** As the database counts them, whoever sent them. */
  private int inserts() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT SUM(EXECUTION_COUNT) FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                        + " WHERE SQL_STATEMENT LIKE 'insert into%exsync_link (%'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void fiveHundredChangedLinksGoInBatches() {
    List<Link> links =
        beans
            .links()
            .save(IntStream.rangeClosed(1, 500).mapToObj(StatementCountTest::aLink).toList());
    database.statements();

    beans.links().save(links.stream().map(l -> l.withUid("changed")).toList());

    assertThat(database.statements()).isLessThanOrEqualTo(2);
  }

  private static Mailbox aMailbox() {
    return new Mailbox(
        0,
        5,
        "a@example.com",
        Mailbox.BackEnd.EWS,
        Set.of(Kind.APPOINTMENT),
        10,
        Mailbox.State.ACTIVE,
        Optional.empty(),
        Instant.parse("2026-03-02T12:00:00Z"));
  }

  static Link aLink(int record) {
    return new Link(
        0,
        "link-" + record,
        1,
        Kind.APPOINTMENT,
        record,
        Optional.of(new ItemVersion(new ItemId("item-" + record), "ck")),
        "uid",
        "v1",
        new CrmKeys(1000 + record, 2000 + record, 3000 + record),
        new Base(FieldValues.none(), FieldValues.none(), 1),
        Link.State.LIVE);
  }
}
