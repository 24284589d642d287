package io.exchangesync.web.resource;

import io.exchangesync.core.model.Mailbox;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How Exchange is reached: the first connection, the only one where there is one Exchange. */
@Path("/connection")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Connection", description = "Exchange: address, sign-in and rights")
public class ConnectionResource {
  @Inject ConnectionService connection;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "The connection, without its secret")
  public ConnectionDto get() {
    return ConnectionDto.of(connection.first());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Set the connection; a secret that is left out is kept")
  public ConnectionDto put(@NotNull @Valid ConnectionRequest wanted) {
    ConnectionView saved = connection.putFirst(wanted.wanted());
    ApiMessages.AUDIT.connectionChanged(caller.name(), saved.id(), wanted.toString());
    return ConnectionDto.of(saved);
  }

  @POST
  @Path("/test")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Try the connection step by step, with a mailbox if one is named")
  public ConnectionTestDto test(@Valid ConnectionTestRequest wanted) {
    Optional<String> address = Optional.ofNullable(wanted).flatMap(ConnectionTestRequest::address);
    ApiMessages.AUDIT.connectionTested(caller.name(), Mailbox.FIRST_CONNECTION);
    return ConnectionTestDto.of(connection.test(Mailbox.FIRST_CONNECTION, address));
  }
}
