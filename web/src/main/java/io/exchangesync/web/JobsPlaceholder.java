package io.exchangesync.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Properties;
import java.util.Set;

/** Lists and starts jobs, so that the server can be proven before the admin API exists. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsPlaceholder {
  @GET
  @RolesAllowed({"viewer", "operator", "administrator"})
  public Set<String> names() {
    return BatchRuntime.getJobOperator().getJobNames();
  }

  @POST
  @Path("/{name}/executions")
  @RolesAllowed({"operator", "administrator"})
  public long start(@PathParam("name") String name) {
    return BatchRuntime.getJobOperator().start(name, new Properties());
  }
}
