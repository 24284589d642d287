package io.exchangesync.web.dto;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a test of the connection found, step by step. */
public record ConnectionTestDto(boolean passed, List<Step> steps) {

  /**
   * One step.
   *
   * @param detail what was seen, or what to do
   */
  public record Step(
      @Schema(examples = "sign in") String step,
      boolean passed,
      String detail,
      @Schema(examples = "41") long millis) {}
}
