package io.exchangesync.web.resource;

import io.exchangesync.ejb.admin.ScheduleService;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.ScheduleDto;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When jobs start by themselves. */
@Path("/schedule")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Jobs")
public class ScheduleResource {
  @Inject ScheduleService schedule;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Each job's timer, and whether everything is paused")
  public ScheduleDto get() {
    return show(schedule.get());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Turn timers on and off, set intervals, pause or resume everything")
  public ScheduleDto put(@NotNull @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})alid ScheduleDto wanted) {
    ScheduleService.Schedule saved =
        schedule.put(
            new ScheduleService.Schedule(
                wanted.paused(),
                wanted.jobs().stream()
                    .map(
                        job ->
                            new ScheduleService.JobTimer(
                                job.job(), job.enabled(), job.intervalSeconds()))
                    .toList()));
    ApiMessages.AUDIT.scheduleChanged(caller.name(), saved.toString());
    return show(saved);
  }

  private static ScheduleDto show(ScheduleService.Schedule schedule) {
    return new ScheduleDto(
        schedule.paused(),
        schedule.jobs().stream()
            .map(job -> new ScheduleDto.JobTimer(job.job(), job.enabled(), job.intervalSeconds()))
            .toList());
  }
}
