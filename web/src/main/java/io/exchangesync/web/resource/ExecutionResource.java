package io.exchangesync.web.resource;

import io.exchangesync.batch.control.JobControl;
import io.exchangesync.ejb.admin.AdminException;
import io.exchangesync.ejb.store.RunQueries;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.ExecutionDto;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One run of a job. */
@Path("/executions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Jobs")
public class ExecutionResource {
  @Inject JobControl jobs;
  @Inject RunQueries runs;
  @Inject Caller caller;

  @PathParam("id")
  long id;

  @Context UriInfo uri;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "State, counts per decision and reason, results per mailbox, progress")
  public ExecutionDto get() {
    return show(id);
  }

  @POST
  @Path("/stop")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Stop at the end of the present chunk")
  public Response stop() {
    jobs.stop(id);
    ApiMessages.AUDIT.executionActed(caller.name(), id, "stop");
    return accepted(id);
  }

  @POST
  @Path("/restart")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Go on where a stopped or failed execution ended, as a new execution")
  public Response restart() {
    long next = jobs.restart(id);
    ApiMessages.AUDIT.executionActed(caller.name(), id, "restart as " + next);
    return accepted(next);
  }

  @POST
  @Path("/abandon")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Give up an execution that ended: it can't be restarted any more")
  public Response abandon() {
    jobs.abandon(id);
    ApiMessages.AUDIT.executionActed(caller.name(), id, "abandon");
    return accepted(id);
  }

  private Response accepted(long execution) {
    return Response.accepted(show(execution))
        .location(uri.getBaseUriBuilder().path("executions/" + execution).build())
        .build();
  }

  private ExecutionDto show(long execution) {
    return jobs.execution(execution)
        .map(view -> ExecutionDto.of(view, runs.lines(execution)))
        .orElseThrow(() -> new AdminException.NotFound("There is no execution " + execution + "."));
  }
}
