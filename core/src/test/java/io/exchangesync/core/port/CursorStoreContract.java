package io.exchangesync.core.port;

import static io.exchangesync.core.port.StoreFixtures.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Kind;
import org.junit.jupiter.api.Test;

/** What every {@link CursorStore} promises. */
public abstract class CursorStoreContract {

  protected abstract CursorStore cursors();

  @Test
  void aMailboxNeverReadHasNoPosition() {
    assertThat(cursors().mailboxPosition(1, KIND)).isEmpty();
  }

  @Test
  void aPositionIsKeptPerMailboxAndKind() {
    cursors().moveMailbox(1, KIND, "one");
    cursors().moveMailbox(2, KIND, "two");
    cursors().moveMailbox(1, Kind.TASK, "three");
    cursors().moveMailbox(1, KIND, "four");

    assertThat(cursors().mailboxPosition(1, KIND)).contains("four");
    assertThat(cursors().mailboxPosition(2, KIND)).contains("two");
    assertThat(cursors().mailboxPosition(1, Kind.TASK)).contains("three");
  }

  @Test
  void aLongSyncStateIsKeptWhole() {
    String state = "H4sIAAA+/=é".repeat(9_000);
    cursors().moveMailbox(1, KIND, state);

    assertThat(cursors().mailboxPosition(1, KIND)).contains(state);
  }

  @Test
  void aResetForgetsThePosition() {
    cursors().moveMailbox(1, KIND, "one");
    cursors().resetMailbox(1, KIND);

    assertThat(cursors().mailboxPosition(1, KIND)).isEmpty();

    cursors().moveMailbox(1, KIND, "two");
    assertThat(cursors().mailboxPosition(1, KIND)).contains("two");
  }

  @Test
  void thePositionInTheChangeLogIsOneForTheInstallation() {
    assertThat(cursors().logPosition()).isEmpty();

    cursors().moveLog(new LogPosition(41));
    cursors().moveLog(new LogPosition(42));

    assertThat(cursors().logPosition()).contains(new LogPosition(42));
  }
}
