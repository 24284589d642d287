package io.exchangesync.core.port;

import static io.exchangesync.core.port.StoreFixtures.KIND;
import static io.exchangesync.core.port.StoreFixtures.NOON;
import static io.exchangesync.core.port.StoreFixtures.aRecordChange;
import static io.exchangesync.core.port.StoreFixtures.anItemChange;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ChangeQueue} promises. */
public abstract class ChangeQueueContract {

  protected abstract ChangeQueue changes();

  @Test
  void filedEntriesArePendingOldestFirst() {
    changes().file(List.of(aRecordChange(1, 30)));
    changes().file(List.of(aRecordChange(1, 10), anItemChange(1, "item", NOON)));
    changes().file(List.of(aRecordChange(2, 99)));

    List<PendingChange> pending = pending();

    assertThat(pending).extracting(PendingChange::recordId).containsExactly(30, 10, 0);
    assertThat(pending.get(2).item()).contains(new ItemId("item"));
    assertThat(pending).extracting(PendingChange::id).doesNotContain(0).doesNotHaveDuplicates();
    assertThat(changes().pending(1, Kind.TASK, NOON, 10)).isEmpty();
  }

  @Test
  void aRecordFiledTwiceIsPendingOnce() {
    changes().file(List.of(aRecordChange(1, 30)));
    changes().file(List.of(aRecordChange(1, 30), aRecordChange(1, 30)));

    assertThat(pending()).hasSize(1);
  }

  @Test
  void itemsAreToldApartByCase() {
    changes().file(List.of(anItemChange(1, "abc", NOON), anItemChange(1, "ABC", NOON)));

    assertThat(pending()).hasSize(2);
  }

  @Test
  void aDeleteStaysADelete() {
    changes().file(List.of(deleteOf(30)));
    changes().file(List.of(aRecordChange(1, 30)));
    changes().file(List.of(aRecordChange(1, 31)));
    changes().file(List.of(deleteOf(31)));

    assertThat(pending()).extracting(PendingChange::deleted).containsExactly(true, true);
  }

  @Test
  void whatIsSilentStaysSilent() {
    PendingChange loud = aRecordChange(1, 10);
    changes().file(List.of(loud.silently()));
    changes().file(List.of(loud));
    changes().file(List.of(aRecordChange(1, 11), aRecordChange(1, 11).silently()));
    changes().file(List.of(aRecordChange(1, 12)));

    assertThat(changes().pending(1, KIND, NOON, 10))
        .extracting(PendingChange::recordId, PendingChange::silent)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(10, true),
            org.assertj.core.groups.Tuple.tuple(11, true),
            org.assertj.core.groups.Tuple.tuple(12, false));
  }

  @Test
  void anEntryWaitsForItsTime() {
    changes().file(List.of(anItemChange(1, "item", NOON.plusSeconds(60))));

    assertThat(changes().pending(1, KIND, NOON.plusSeconds(59), 10)).isEmpty();
    assertThat(changes().pending(1, KIND, NOON.plusSeconds(60), 10)).hasSize(1);
  }

  @Test
  void theTimeOfTheNewestFilingCounts() {
    changes().file(List.of(anItemChange(1, "item", NOON.plusSeconds(60))));
    changes().file(List.of(anItemChange(1, "item", NOON)));
    assertThat(pending()).hasSize(1);

    changes().file(List.of(anItemChange(1, "item", NOON.plusSeconds(60))));
    assertThat(pending()).isEmpty();
  }

  @Test
  void takenEntriesAreGone() {
    changes().file(List.of(aRecordChange(1, 30), aRecordChange(1, 31)));

    changes().taken(pending().subList(0, 1));

    assertThat(pending()).extracting(PendingChange::recordId).containsExactly(31);
  }

  @Test
  void anEntryFiledAgainMeanwhileStays() {
    changes().file(List.of(aRecordChange(1, 30)));
    List<PendingChange> atWork = pending();
    changes().file(List.of(aRecordChange(1, 30)));

    changes().taken(atWork);

    assertThat(pending()).extracting(PendingChange::recordId).containsExactly(30);
  }

  @Test
  void aLimitKeepsTheRestForLater() {
    changes().file(IntStream.range(1, 1300).mapToObj(i -> aRecordChange(1, i)).toList());

    List<PendingChange> first = changes().pending(1, KIND, NOON, 1200);
    assertThat(first).hasSize(1200);
    changes().taken(first);
    assertThat(changes().pending(1, KIND, NOON, 1200)).hasSize(99);
  }

  @Test
  void nothingFiledOrTakenChangesNothing() {
    changes().file(List.of());
    changes().taken(List.of());

    assertThat(pending()).isEmpty();
  }

  private static PendingChange deleteOf(int recordId) {
    return new PendingChange(0, 1, KIND, recordId, Optional.empty(), true, NOON);
  }

  private List<PendingChange> pending() {
    return changes().pending(1, KIND, NOON, 10);
  }
}
