package io.exchangesync.core.memory;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.JournalContract;
import java.time.Clock;
import java.util.Map;

class MemoryJournalTest extends JournalContract {
  private final MemoryStores stores = new MemoryStores(Clock.systemUTC());

  @Override
  protected Journal journal() {
    return stores.journal();
  }

  @Override
  protected Map<Journal.Tally, Integer> counted(long run) {
    return stores.journal().counted(run, Kind.APPOINTMENT);
  }
}
