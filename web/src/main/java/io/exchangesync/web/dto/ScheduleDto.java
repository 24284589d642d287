package io.exchangesync.web.dto;

import io.exchangesync.ejb.admin.ScheduleService.All;
import io.exchangesync.ejb.admin.ScheduleService.Schedules;
import io.exchangesync.ejb.store.ScheduleStore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.*;
import java.time.Duration;
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

  public static ScheduleDto of(Schedules schedules) {
    return new ScheduleDto(
        schedules.all() == All.PAUSED, schedules.jobs().stream().map(JobTimer::of).toList());
  }

  public Schedules toSchedules() {
    return new Schedules(
        paused ? All.PAUSED : All.RUNNING, jobs.stream().map(JobTimer::toSchedule).toList());
  }

  /** One job's timer. */
  public record JobTimer(
      @NotBlank @Schema(examples = "appointments") String job,
      @NotNull @Schema(examples = "true") Boolean enabled,
      @NotNull @Min(1) @Max(86_400) @Schema(examples = "60") Integer intervalSeconds) {

    static JobTimer of(ScheduleStore.Schedule schedule) {
      return new JobTimer(
          schedule.job(),
          schedule.timer() == ScheduleStore.Timer.ON,
          Math.toIntExact(schedule.interval().toSeconds()));
    }

    private ScheduleStore.Schedule toSchedule() {
      return new ScheduleStore.Schedule(
          job,
          enabled ? ScheduleStore.Timer.ON : ScheduleStore.Timer.OFF,
          Duration.ofSeconds(intervalSeconds));
    }
  }
}
