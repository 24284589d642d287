package io.exchangesync.web.dto;

import jakarta.validation.Valid;
import jakarta.validation.constraints.*;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When jobs start by themselves.
 *
 * @param paused nothing starts by itself, whatever the jobs say
 */
public record ScheduleDto(
    @NotNull @Schema(examples = "false") Boolean paused,
    @NotNull @Valid List<@NotNull JobTimer> jobs) {
  public ScheduleDto {
    jobs = jobs == null ? null : List.copyOf(jobs);
  }

  /** One job's timer. */
  public record JobTimer(
      @NotBlank @Schema(examples = "appointments") String job,
      @NotNull @Schema(examples = "true") Boolean enabled,
      @NotNull @Min(1) @Max(86_400) @Schema(examples = "60") Integer intervalSeconds) {}
}
