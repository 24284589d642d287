package io.exchangesync.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run is asked to do survives the way through job parameters. */
class RunRequestTest {

  @Test
  void parametersSayWhatWasAsked() {
    RunRequest request =
        new RunRequest(List.of(3, 5), RunRequest.Mode.FIRST_LINK, RunRequest.Effect.DRY_RUN);
    assertThat(request.toParameters())
        .containsEntry("mailboxes", "3,5")
        .containsEntry("mode", "first-link")
        .containsEntry("dryRun", "true");
    assertThat(RunRequest.DUE.toParameters()).containsEntry("mailboxes", "due");
  }

  @Test
  void idsAreReadFromACommaList() {
    assertThat(RunRequest.ids("3, 5,3")).containsExactly(3, 5);
    assertThat(RunRequest.ids("due")).isEmpty();
    assertThat(RunRequest.ids("")).isEmpty();
  }

  @Test
  void wrongParametersAreRefusedWithWhatIsAllowed() {
    assertThatThrownBy(() -> RunRequest.ids("three")).hasMessageContaining("comma list");
    assertThatThrownBy(() -> RunRequest.Mode.of("all")).hasMessageContaining("first-link");
    assertThatThrownBy(() -> RunRequest.Effect.of("yes")).hasMessageContaining("true or false");
  }
}
