package io.exchangesync.web.dto;

import io.exchangesync.batch.RunRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a job is to do now.
 *
 * @param mailboxes ids to work on, due or not; whatever is due if absent
 * @param mode changes if absent
 * @param dryRun plans and counts, writes nothing
 */
public record StartRequest(
    @Schema(examples = "[3]")
        Optional<@Size(min = 1, max = 1000) List<@NotNull @Positive Integer>> mailboxes,
    @Schema(
            examples = "changes",
            enumeration = {"changes", "full", "first-link", "reapply"})
        Optional<
                @Pattern(
                    regexp = "changes|full|first-link|reapply",
                    message = "must be changes, full, first-link or reapply")
                String>
            mode,
    @Schema(examples = "false") Optional<Boolean> dryRun) {

  /** Whatever is due. */
  public static final StartRequest DUE =
      new StartRequest(Optional.empty(), Optional.empty(), Optional.empty());

  public RunRequest toRun() {
    return new RunRequest(
        mailboxes.orElse(List.of()),
        mode.map(RunRequest.Mode::of).orElse(RunRequest.Mode.CHANGES),
        dryRun.orElse(false) ? RunRequest.Effect.DRY_RUN : RunRequest.Effect.WRITE);
  }
}
