package io.exchangesync.web.resource;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Hold;
import io.exchangesync.ejb.admin.HoldService;
import io.exchangesync.ejb.store.HoldDesk;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.HoldDto;
import io.exchangesync.web.dto.Page;
import io.exchangesync.web.dto.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for a person. */
@Path("/holds")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Holds", description = "What waits for a person: conflicts, brakes, refusals")
public class HoldsResource {
  @Inject HoldService holds;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Holds of all mailboxes or one, by kind, state and reason")
  public Page<HoldDto> list(
      @QueryParam("mailbox") @Positive Integer mailbox,
      @QueryParam("kind") Kind kind,
      @QueryParam("reason") @Size(min = 1, max = 60) String reason,
      @QueryParam("state") @DefaultValue("OPEN") Hold.State state,
      @Valid @BeanParam PageQuery page,
      @Context UriInfo uri) {
    return Page.of(
        holds.page(
            new HoldDesk.Filter(
                Optional.ofNullable(mailbox),
                Optional.ofNullable(kind),
                Optional.ofNullable(reason),
                Optional.of(state)),
            page.after(),
            page.oneMore()),
        page.limit(),
        uri,
        Hold::id,
        this::show);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "One hold")
  public HoldDto get(@PathParam("id") int id) {
    return show(holds.get(id));
  }

  @POST
  @Path("/{id}/release")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Let the next decision about it be carried out, once")
  public HoldDto release(@PathParam("id") int id) {
    Hold hold = holds.release(id);
    ApiMessages.AUDIT.holdReleased(caller.name(), id, hold.mailboxId(), hold.reason());
    return show(hold);
  }

  @POST
  @Path("/{id}/resolve")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Close it without carrying anything out")
  public HoldDto resolve(@PathParam("id") int id) {
    Hold hold = holds.resolve(id);
    ApiMessages.AUDIT.holdResolved(caller.name(), id, hold.mailboxId(), hold.reason());
    return show(hold);
  }

  private HoldDto show(Hold hold) {
    return HoldDto.of(hold, caller.reader());
  }
}
