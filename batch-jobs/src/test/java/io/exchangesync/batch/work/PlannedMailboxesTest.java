package io.exchangesync.batch.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Journal.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dry run counts what would be done and writes nothing else. */
class PlannedMailboxesTest {
  private final Office office = new Office();

  @Test
  void aDryRunCountsWhatWouldBeDone() {
    Mailbox first = office.link(2);
    Mailbox broken = office.linkWithoutMailbox();
    office.work(
        new PlannedMailboxes(
            office.stores.mailboxes(), List.of(first.id(), broken.id(), 99), () -> false));

    assertThat(office.stores.journal().counted(Office.RUN, Kind.APPOINTMENT))
        .containsEntry(new Tally("WouldCreateInCrm", "NEW_IN_MAILBOX"), 2)
        .containsEntry(new Tally("WouldFail", "MAILBOX_FATAL"), 1);
    assertThat(office.rows(first)).isZero();
    assertThat(office.stores.links().countLive(first.id(), Kind.APPOINTMENT)).isZero();
    assertThat(office.free(first)).isTrue();
  }
}
