package io.exchangesync.core.port;

import static io.exchangesync.core.port.StoreFixtures.KIND;
import static io.exchangesync.core.port.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Journal.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} promises. */
public abstract class JournalContract {
  private static final Tally SKIPPED = new Tally("Skip", "UNCHANGED");
  private static final Tally CREATED = new Tally("CreateItem", "NEW_IN_CRM");

  protected abstract Journal journal();

  /** Counts of a run of kind APPOINTMENT, all mailboxes together. */
  protected abstract Map<Tally, Integer> counted(long run);

  @Test
  void deletesAreCountedFromAMomentOn() {
    journal()
        .append(
            List.of(
                deletion(1, KIND, NOON.minusSeconds(1)),
                deletion(1, KIND, NOON),
                deletion(1, KIND, NOON.plusSeconds(1)),
                deletion(2, KIND, NOON),
                deletion(1, Kind.TASK, NOON)));

    assertThat(journal().deletesSince(1, KIND, NOON)).isEqualTo(2);
  }

  @Test
  void updatesAndFailedDeletesAreNoDeletes() {
    journal()
        .append(
            List.of(
                entry(1, KIND, 5, "{old}", "{new}", Optional.empty(), NOON),
                entry(1, KIND, 5, "", "{new}", Optional.empty(), NOON),
                entry(1, KIND, 5, "{old}", "", Optional.of("refused"), NOON)));

    assertThat(journal().deletesSince(1, KIND, NOON)).isZero();
  }

  @Test
  void writesAreCountedPerLink() {
    journal()
        .append(
            List.of(
                write(5, NOON.minusSeconds(1)),
                write(5, NOON),
                write(5, NOON.plusSeconds(1)),
                write(6, NOON),
                write(8, NOON),
                entry(1, KIND, 7, "", "", Optional.of("refused"), NOON)));

    assertThat(journal().writesSince(List.of(5, 6, 7), NOON)).isEqualTo(Map.of(5, 2, 6, 1));
    assertThat(journal().writesSince(List.of(), NOON)).isEmpty();
  }

  @Test
  void countsOfARunAddUp() {
    journal().count(77, 1, KIND, Map.of(SKIPPED, 10, CREATED, 2));
    journal().count(77, 1, KIND, Map.of(SKIPPED, 5));
    journal().count(77, 2, KIND, Map.of(SKIPPED, 1));
    journal().count(78, 1, KIND, Map.of(SKIPPED, 100));

    assertThat(counted(77)).isEqualTo(Map.of(SKIPPED, 16, CREATED, 2));
  }

  @Test
  void mailsAreCountedOverARunAndFromAMomentOn() {
    journal()
        .append(
            List.of(
                mails(77, NOON.minusSeconds(60), 3),
                mails(77, NOON, 0),
                mails(78, NOON.minusSeconds(60), 5),
                mails(78, NOON, 7)));

    Instant never = NOON.plusSeconds(3600);
    assertThat(journal().mails(1, KIND, 77, never)).isEqualTo(3);
    assertThat(journal().mails(1, KIND, 77, NOON)).isEqualTo(10);
    assertThat(journal().mails(1, KIND, 79, never)).isZero();
    assertThat(journal().mails(2, KIND, 77, NOON)).isZero();
    assertThat(journal().mails(1, Kind.TASK, 77, NOON)).isZero();
  }

  private static JournalEntry mails(long run, Instant at, int mails) {
    return new JournalEntry(
        run,
        1,
        KIND,
        5,
        100,
        Optional.empty(),
        "Decision",
        "REASON",
        "",
        "{new}",
        Optional.empty(),
        mails,
        false,
        at);
  }

  private static JournalEntry deletion(int mailboxId, Kind kind, Instant at) {
    return entry(mailboxId, kind, 5, "{old}", "", Optional.empty(), at);
  }

  private static JournalEntry write(int linkKey, Instant at) {
    return entry(1, KIND, linkKey, "{old}", "{new}", Optional.empty(), at);
  }

  private static JournalEntry entry(
      int mailboxId,
      Kind kind,
      int linkKey,
      String before,
      String after,
      Optional<String> error,
      Instant at) {
    return new JournalEntry(
        77,
        mailboxId,
        kind,
        linkKey,
        100,
        Optional.of(new ItemId("item")),
        "Decision",
        "REASON",
        before,
        after,
        error,
        false,
        at);
  }
}
