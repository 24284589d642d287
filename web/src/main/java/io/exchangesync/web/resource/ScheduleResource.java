package io.exchangesync.web.resource;

import io.exchangesync.batch.control.Housekeeping;
import io.exchangesync.batch.control.JobControl;
import io.exchangesync.ejb.admin.AdminException;
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
  @Inject JobControl jobs;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Each job's timer, and whether everything is paused")
  public ScheduleDto get() {
    return ScheduleDto.of(schedule.get());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Turn timers on and off, set intervals, pause or resume everything")
  public ScheduleDto put(@NotNull @Valid ScheduleDto wanted) {
    for (ScheduleDto.JobTimer job : wanted.jobs()) {
      if (!jobs.names().contains(job.job())) {
        throw new AdminException.Rejected("jobs.job", "must be one of " + jobs.names());
      }
      if (job.job().equals(Housekeeping.JOB)
          && job.intervalSeconds() != Housekeeping.INTERVAL.toSeconds()) {
        throw new AdminException.Rejected(
            "jobs.intervalSeconds",
            "must be 86400 for housekeeping: it runs once a day, at setting housekeeping.at");
      }
    }
    ScheduleDto saved = ScheduleDto.of(schedule.put(wanted.toSchedules()));
    ApiMessages.AUDIT.scheduleChanged(caller.name(), saved.toString());
    return saved;
  }
}
