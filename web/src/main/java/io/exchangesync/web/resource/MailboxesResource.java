package io.exchangesync.web.resource;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.ejb.admin.MailboxService;
import io.exchangesync.ejb.admin.MailboxView;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.LinkMailboxRequest;
import io.exchangesync.web.dto.MailboxDto;
import io.exchangesync.web.dto.Page;
import io.exchangesync.web.dto.PageQuery;
import io.exchangesync.web.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The linked users. */
@Path("/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Mailboxes", description = "SuperOffice users linked with Exchange mailboxes")
public class MailboxesResource {
  private static final int USUAL_RANK = 100;

  @Inject MailboxService mailboxes;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Linked mailboxes by id, unlinked ones included")
  public Page<MailboxDto> list(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
    return Page.of(
        mailboxes.page(page.after(), page.oneMore()),
        page.limit(),
        uri,
        view -> view.mailbox().id(),
        MailboxDto::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Link a SuperOffice user to a mailbox; one that was unlinked goes on")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = LinkMailboxRequest.class),
              examples =
                  @ExampleObject(
                      name = "link",
                      value = "{\"associateId\": 7, \"address\": \"anders.dahl@example.com\"}")))
  @APIResponse(
      responseCode = "201",
      description = "Linked; due at once",
      content = @Content(schema = @Schema(implementation = MailboxDto.class)))
  @APIResponse(
      responseCode = "409",
      description = "The user or the address is linked already",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response link(@NotNull @Valid LinkMailboxRequest wanted, @Context UriInfo uri) {
    MailboxView view =
        mailboxes.link(
            wanted.associateId(),
            wanted.address(),
            wanted.kinds().orElse(Set.of(Kind.APPOINTMENT)),
            wanted.rank().orElse(USUAL_RANK),
            wanted.connection().orElse(Mailbox.FIRST_CONNECTION));
    int id = view.mailbox().id();
    ApiMessages.AUDIT.linked(caller.name(), wanted.associateId(), wanted.address(), id);
    return Response.created(uri.getAbsolutePathBuilder().path(String.valueOf(id)).build())
        .entity(MailboxDto.of(view))
        .build();
  }
}
