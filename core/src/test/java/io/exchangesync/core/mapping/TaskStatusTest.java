package io.exchangesync.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Field;
import io.exchangesync.core.settings.MappingSettings;
import io.exchangesync.core.settings.TaskSettings;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What counts as the same status of a task. */
class TaskStatusTest {
  private final TaskMapping mapping =
      new TaskMapping(
          MappingSamples.oslo(MappingSettings.DEFAULTS),
          TaskSettings.DEFAULTS,
          LocalDate.of(2026, 11, 22));

  @Test
  void aServerThatDatesTheCompletionByItsOwnClockChangesNothing() {
    assertThat(agree("completed/2026-11-22", "completed/2026-11-22")).isTrue();
    assertThat(agree("completed/2026-11-22", "completed/2026-11-21")).isTrue();
    assertThat(agree("completed/2026-11-30", "completed/2026-12-01")).isTrue();
    assertThat(agree("completed/2026-11-22", "completed/2026-11-24")).isFalse();
  }

  @Test
  void anOpenStatusAgreesWithItselfOnly() {
    assertThat(agree("started", "started")).isTrue();
    assertThat(agree("started", "not-started")).isFalse();
    assertThat(agree("completed/2026-11-22", "started")).isFalse();
  }

  private boolean agree(String crm, String mailbox) {
    return mapping.agree(Field.STATUS, crm, mailbox);
  }
}
