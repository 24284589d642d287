package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.JournalContract;
import io.exchangesync.ejb.plain.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class JpaJournalTest extends JournalContract {
  private Beans beans;

  TestDatabase database() {
    return TestDatabase.h2();
  }

  @BeforeEach
  void connect() {
    beans = new Beans(database());
  }

  @Override
  protected Journal journal() {
    return beans.journal();
  }

  @Override
  protected Map<Journal.Tally, Integer> counted(long run) {
    return beans.inTransaction(em -> new RunQueries(em).counts(run, Kind.APPOINTMENT));
  }
}
