package io.exchangesync.web.dto;

import io.exchangesync.exchange.ews.ConnectionStep;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a test of the connection found, step by step. */
public record ConnectionTestDto(boolean passed, List<Step> steps) {

  public static ConnectionTestDto of(List<ConnectionStep> steps) {
    return new ConnectionTestDto(
        steps.stream().allMatch(step -> step.result() == ConnectionStep.Result.OK),
        steps.stream().map(Step::of).toList());
  }

  /**
   * One step.
   *
   * @param text what was found
   * @param remedy what to do about a failed step
   * @param shell lines of the Exchange Management Shell that mend it
   */
  public record Step(
      @Schema(examples = "SIGN_IN") ConnectionStep.Name step,
      ConnectionStep.Result result,
      @Schema(examples = "The sign-in was accepted.") String text,
      Optional<String> remedy,
      Optional<List<String>> shell) {

    public static Step of(ConnectionStep step) {
      return new Step(
          step.name(),
          step.result(),
          step.text(),
          Optional.of(step.remedy()).filter(remedy -> !remedy.isEmpty()),
          Optional.of(step.shell()).filter(lines -> !lines.isEmpty()));
    }
  }
}
