package io.exchangesync.web.resource;

import io.exchangesync.ejb.admin.ConnectionService;
import io.exchangesync.ejb.admin.ConnectionView;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.ConnectionDto;
import io.exchangesync.web.dto.ConnectionRequest;
import io.exchangesync.web.dto.ConnectionTestDto;
import io.exchangesync.web.dto.ConnectionTestRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How several Exchange environments are reached; each mailbox is on one of them. */
@Path("/connections")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Connection", description = "Exchange: address, sign-in and rights")
public class ConnectionsResource {
  @Inject ConnectionService connections;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "All connections, without their secrets")
  public List<ConnectionDto> all() {
    return connections.all().stream().map(ConnectionDto::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Set up another connection")
  public Response create(@NotNull @Valid ConnectionRequest wanted, @Context UriInfo uri) {
    ConnectionView made = connections.create(wanted.wanted());
    ApiMessages.AUDIT.connectionChanged(caller.name(), made.id(), wanted.toString());
    return Response.created(uri.getAbsolutePathBuilder().path(String.valueOf(made.id())).build())
        .entity(ConnectionDto.of(made))
        .build();
  }

  @GET
  @Path("/{id:\\d{1,9}}")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "One connection, without its secret")
  public ConnectionDto get(@PathParam("id") int id) {
    return ConnectionDto.of(connections.get(id));
  }

  @PUT
  @Path("/{id:\\d{1,9}}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Change a connection; a secret that is left out is kept")
  public ConnectionDto change(@PathParam("id") int id, @NotNull @Valid ConnectionRequest wanted) {
    ConnectionView saved = connections.change(id, wanted.wanted());
    ApiMessages.AUDIT.connectionChanged(caller.name(), id, wanted.toString());
    return ConnectionDto.of(saved);
  }

  @DELETE
  @Path("/{id:\\d{1,9}}")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Remove a connection on which no mailbox is, and its secret")
  public void delete(@PathParam("id") int id) {
    connections.delete(id);
    ApiMessages.AUDIT.connectionRemoved(caller.name(), id);
  }

  @POST
  @Path("/{id:\\d{1,9}}/test")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Try a connection step by step, with a mailbox if one is named")
  public ConnectionTestDto test(@PathParam("id") int id, @Valid ConnectionTestRequest wanted) {
    Optional<String> address = Optional.ofNullable(wanted).flatMap(ConnectionTestRequest::address);
    ApiMessages.AUDIT.connectionTested(caller.name(), id);
    return ConnectionTestDto.of(connections.test(id, address));
  }
}
