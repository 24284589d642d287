package io.exchangesync.ejb.crm;

import static io.exchangesync.core.port.CrmSamples.meetingAt;
import static io.exchangesync.core.port.CrmSamples.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmOutcome.Written;
import io.exchangesync.core.port.CrmWrite;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentWritesTest {
  private static final int WORKERS = 4;
  private static final int BATCHES = 5;
  private static final int BATCH = 50;
  private static final LocalDateTime START = LocalDateTime.of(2032, 1, 5, 8, 0);

  private final SqlCrmFixture crm = new SqlCrmFixture(CrmTestDatabase.h2("12.2", "crm7"));

  @Test
  void workersWritingAtOnceNeverShareAKeyOrLoseARow() throws Exception {
    List<Integer> owners =
        crm.gateway().associates("", "", "", 0, WORKERS).stream().map(a -> a.id()).toList();
    var workers = Executors.newFixedThreadPool(WORKERS);
    List<Integer> records = new ArrayList<>();
    try {
      List<Callable<List<Integer>>> work =
          owners.stream().<Callable<List<Integer>>>map(owner -> () -> createMany(owner)).toList();
      for (Future<List<Integer>> each : workers.invokeAll(work)) {
        records.addAll(each.get());
      }
    } finally {
      workers.shutdownNow();
    }
    Map<Integer, CrmAppointment> read = crm.gateway().read(records);
    assertThat(records).hasSize(WORKERS * BATCHES * BATCH).doesNotHaveDuplicates();
    assertThat(read).hasSize(records.size());
    assertThat(read.values()).extracting(row -> row.keys().textId()).doesNotHaveDuplicates();
    assertThat(read.values()).extracting(row -> row.keys().visibleForId()).doesNotHaveDuplicates();
  }

  private List<Integer> createMany(int owner) {
    List<Integer> all = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      List<Integer> ids = crm.gateway().reserve(BATCH);
      List<CrmWrite> writes =
          IntStream.range(0, BATCH)
              .<CrmWrite>mapToObj(
                  i ->
                      new CrmWrite.Create(
                          meetingAt(owner, START.plusHours(ids.get(i)))
                              .with()
                              .recordId(ids.get(i))
                              .agenda("<p>Sak " + i + "</p>")
                              .build(),
                          stamp(owner, ids.get(i), "link-" + ids.get(i))))
              .toList();
      List<CrmOutcome> outcomes = crm.committed(() -> crm.gateway().apply(writes));
      assertThat(outcomes).allMatch(Written.class::isInstance);
      all.addAll(ids);
    }
    return all;
  }
}
