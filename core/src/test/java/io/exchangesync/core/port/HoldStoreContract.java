package io.exchangesync.core.port;

import static io.exchangesync.core.port.StoreFixtures.KIND;
import static io.exchangesync.core.port.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link HoldStore} promises. */
public abstract class HoldStoreContract {

  protected abstract HoldStore holds();

  /** An administrator lets a hold go. */
  protected abstract void release(int holdId);

  @Test
  void anOpenedHoldIsActive() {
    holds().open(List.of(ofLink(5, "CONFLICT", "both changed")));

    Hold hold = active().get(0);
    assertThat(hold.id()).isPositive();
    assertThat(hold).isEqualTo(ofLink(5, "CONFLICT", "both changed").opened(hold.id()));
    assertThat(holds().active(2, KIND)).isEmpty();
    assertThat(holds().active(1, Kind.TASK)).isEmpty();
  }

  @Test
  void theSameLinkRecordOrItemIsHeldOnce() {
    holds().open(List.of(ofLink(5, "CONFLICT", "old"), ofItem("abc"), ofItem("ABC")));
    holds().open(List.of(hold(0, 100, Optional.empty(), "FAILED", "new", 1), ofItem("abc")));

    assertThat(active()).hasSize(3);
    assertThat(active().get(0)).isEqualTo(ofLink(5, "FAILED", "new").opened(active().get(0).id()));
  }

  @Test
  void aHoldKeepsTheTimeItBegan() {
    holds().open(List.of(ofLink(5, "CONFLICT", "old")));
    holds().open(List.of(hold(5, 100, Optional.empty(), "CONFLICT", "new", 60)));

    assertThat(active()).extracting(Hold::since).containsExactly(NOON.plusSeconds(1));
  }

  @Test
  void holdsOfAWholeMailboxAreToldApartByReason() {
    holds().open(List.of(ofMailbox("BRAKE"), ofMailbox("NO_CONSENT"), ofMailbox("BRAKE")));
    holds().open(List.of(ofLink(5, "BRAKE", "of a link")));

    assertThat(active())
        .extracting(Hold::reason)
        .containsExactlyInAnyOrder("BRAKE", "NO_CONSENT", "BRAKE");
    assertThat(active()).hasSize(3);
  }

  @Test
  void aClosedHoldIsHistory() {
    holds().open(List.of(ofLink(5, "CONFLICT", "old")));
    int first = active().get(0).id();
    holds().close(active());
    assertThat(active()).isEmpty();

    holds().open(List.of(ofLink(5, "CONFLICT", "again")));
    assertThat(active()).hasSize(1);
    assertThat(active().get(0).id()).isNotEqualTo(first);
  }

  @Test
  void aReleasedHoldStaysReleasedForTheSameReason() {
    holds().open(List.of(ofLink(5, "CONFLICT", "old")));
    release(active().get(0).id());
    assertThat(active()).extracting(Hold::state).containsExactly(Hold.State.RELEASED);

    holds().open(List.of(ofLink(5, "CONFLICT", "seen again")));
    assertThat(active()).extracting(Hold::state).containsExactly(Hold.State.RELEASED);

    holds().open(List.of(ofLink(5, "OTHER", "something else")));
    assertThat(active()).extracting(Hold::state).containsExactly(Hold.State.OPEN);
  }

  private List<Hold> active() {
    return holds().active(1, KIND);
  }

  private static Hold ofLink(int linkKey, String reason, String detail) {
    return hold(linkKey, 100, Optional.empty(), reason, detail, 1);
  }

  private static Hold ofItem(String id) {
    return hold(0, 0, Optional.of(new ItemId(id)), "UNSUPPORTED", "detail", 1);
  }

  private static Hold ofMailbox(String reason) {
    return hold(0, 0, Optional.empty(), reason, "detail", 1);
  }

  private static Hold hold(
      int linkKey, int recordId, Optional<ItemId> item, String reason, String detail, int second) {
    return new Hold(
        0,
        1,
        KIND,
        linkKey,
        recordId,
        item,
        reason,
        detail,
        second % 2 == 1,
        Hold.State.OPEN,
        NOON.plusSeconds(second));
  }
}
