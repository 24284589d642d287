package io.exchangesync.web.resource;

import io.exchangesync.batch.control.ExecutionView;
import io.exchangesync.batch.control.JobControl;
import io.exchangesync.ejb.admin.ScheduleService;
import io.exchangesync.ejb.store.RunQueries;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.ExecutionDto;
import io.exchangesync.web.dto.JobDto;
import io.exchangesync.web.dto.Page;
import io.exchangesync.web.dto.PageQuery;
import io.exchangesync.web.dto.ScheduleDto;
import io.exchangesync.web.dto.StartRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs and their executions. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Jobs", description = "What runs, when, and what it did")
public class JobsResource {
  private static final int LOOKED_AT = 1000;

  @Inject JobControl jobs;
  @Inject ScheduleService schedule;
  @Inject RunQueries runs;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "The jobs with schedule and newest execution")
  public Page<JobDto> list() {
    List<ScheduleDto.JobTimer> timers = ScheduleDto.of(schedule.get()).jobs();
    List<JobDto> all =
        jobs.names().stream()
            .map(
                name ->
                    new JobDto(
                        name,
                        jobs.running(name),
                        timers.stream().filter(timer -> timer.job().equals(name)).findFirst(),
                        jobs.executions(name, 1).stream().map(this::show).findFirst()))
            .toList();
    return new Page<>(all, Optional.empty());
  }

  @GET
  @Path("/{name}/executions")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Executions of a job, newest first")
  public Page<ExecutionDto> executions(
      @PathParam("name") String name, @Valid @BeanParam PageQuery page, @Context UriInfo uri) {
    List<ExecutionView> older =
        jobs.executions(name, page.after() == 0 ? page.oneMore() : LOOKED_AT).stream()
            .filter(execution -> page.after() == 0 || execution.id() < page.after())
            .limit(page.oneMore())
            .toList();
    return Page.of(older, page.limit(), uri, ExecutionView::id, this::show);
  }

  @POST
  @Path("/{name}/executions")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Start a job now")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = StartRequest.class),
              examples =
                  @ExampleObject(
                      name = "compare one mailbox, write nothing",
                      value = "{\"mailboxes\": [3], \"mode\": \"full\", \"dryRun\": true}")))
  @APIResponse(
      responseCode = "202",
      description = "Started; Location is its address",
      content = @Content(schema = @Schema(implementation = ExecutionDto.class)))
  @APIResponse(responseCode = "409", description = "A run of whatever is due is on its way")
  public Response start(
      @PathParam("name") String name, @Valid StartRequest wanted, @Context UriInfo uri) {
    StartRequest request = wanted == null ? StartRequest.DUE : wanted;
    long id = jobs.start(name, request.toRun());
    ApiMessages.AUDIT.jobStarted(caller.name(), name, id, request.toRun().toString());
    Response.ResponseBuilder answer =
        Response.accepted().location(uri.getBaseUriBuilder().path("executions/" + id).build());
    jobs.execution(id).map(this::show).ifPresent(answer::entity);
    return answer.build();
  }

  private ExecutionDto show(ExecutionView view) {
    return ExecutionDto.of(view, runs.lines(view.id()));
  }
}
