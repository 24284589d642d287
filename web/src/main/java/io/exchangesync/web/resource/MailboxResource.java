package io.exchangesync.web.resource;

import io.exchangesync.core.engine.RunMode;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.ejb.admin.ExplainService;
import io.exchangesync.ejb.admin.MailboxService;
import io.exchangesync.ejb.admin.MailboxService.Change;
import io.exchangesync.ejb.admin.MailboxView;
import io.exchangesync.ejb.admin.RightsService;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.ExplainDto;
import io.exchangesync.web.dto.LinkDto;
import io.exchangesync.web.dto.MailboxDto;
import io.exchangesync.web.dto.MailboxPatch;
import io.exchangesync.web.dto.Page;
import io.exchangesync.web.dto.PageQuery;
import io.exchangesync.web.dto.PlanDto;
import io.exchangesync.web.dto.RightsDto;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.*;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One linked user. */
@Path("/mailboxes/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Mailboxes")
public class MailboxResource {
  private static final int MOST_PLANNED = 1000;

  @Inject MailboxService mailboxes;
  @Inject RightsService rights;
  @Inject ExplainService explain;
  @Inject Caller caller;

  @PathParam("id")
  int id;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "State in plain words, last and next run, counts")
  public MailboxDto get() {
    return MailboxDto.of(mailboxes.get(id));
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Change rank, kinds, address or connection; pause or resume")
  public MailboxDto change(@NotNull @Valid MailboxPatch patch) {
    MailboxView view =
        mailboxes.change(
            id,
            new MailboxService.Change(
                patch.rank(),
                patch.kinds(),
                patch
                    .paused()
                    .map(paused -> paused ? Change.Activity.PAUSE : Change.Activity.RESUME),
                patch.address(),
                patch.connection()));
    ApiMessages.AUDIT.mailboxChanged(caller.name(), id, patch.told());
    return MailboxDto.of(view);
  }

  @GET
  @Path("/rights")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "What can be read and written there, and the lines that mend the rest")
  public RightsDto rights() {
    return RightsDto.of(rights.of(id));
  }

  @DELETE
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Unlink; both sides stay as they are and the history is kept")
  public MailboxDto unlink() {
    MailboxView view = mailboxes.unlink(id);
    Mailbox mailbox = view.mailbox();
    ApiMessages.AUDIT.unlinked(caller.name(), id, mailbox.associateId(), mailbox.address());
    return MailboxDto.of(view);
  }

  @POST
  @Path("/sync")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Synchronize now: the mailbox becomes due at once")
  public Response sync(@Context UriInfo uri) {
    MailboxView view = mailboxes.syncNow(id);
    ApiMessages.AUDIT.syncAsked(caller.name(), id);
    return Response.accepted(MailboxDto.of(view))
        .location(uri.getBaseUriBuilder().path("mailboxes/" + id).build())
        .build();
  }

  @POST
  @Path("/plan")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Dry run: what a run would do now; writes nothing")
  public PlanDto plan(
      @QueryParam("kind") @DefaultValue("APPOINTMENT") Kind kind,
      @QueryParam("mode")
          @DefaultValue("changes")
          @Pattern(regexp = "changes|full|reapply", message = "is changes, full or reapply") String mode,
      @QueryParam("limit") @DefaultValue("100") @Min(0) @Max(MOST_PLANNED) int limit) {
    PlanDto plan = PlanDto.of(explain.plan(id, kind, reading(mode), limit), caller.reader());
    ApiMessages.AUDIT.planned(caller.name(), id);
    return plan;
  }

  private static RunMode reading(String mode) {
    return switch (mode) {
      case "full" -> RunMode.LISTING;
      case "reapply" -> RunMode.REAPPLY;
      default -> RunMode.CHANGES;
    };
  }

  @POST
  @Path("/reapply")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Let the settings reach what is linked already; plan?mode=reapply shows it")
  public Response reapply(@Context UriInfo uri) {
    MailboxView view = mailboxes.reapply(id);
    ApiMessages.AUDIT.reapplyAsked(caller.name(), "mailbox " + id, 1);
    return Response.accepted(MailboxDto.of(view))
        .location(uri.getBaseUriBuilder().path("mailboxes/" + id).build())
        .build();
  }

  @GET
  @Path("/items")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Links of the mailbox with their state")
  public Page<LinkDto> items(
      @QueryParam("kind") @DefaultValue("APPOINTMENT") Kind kind,
      @Valid @BeanParam PageQuery page,
      @Context UriInfo uri) {
    return Page.of(
        mailboxes.links(id, kind, page.after(), page.oneMore()),
        page.limit(),
        uri,
        Link::key,
        LinkDto::of);
  }

  @GET
  @Path("/explain")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Explain a record or an item that may never have been linked")
  public ExplainDto explain(
      @QueryParam("recordId") @Positive Integer recordId,
      @QueryParam("itemId") @Size(min = 1, max = 1000) String itemId,
      @QueryParam("kind") @DefaultValue("APPOINTMENT") Kind kind) {
    if ((recordId == null) == (itemId == null)) {
      throw new io.exchangesync.ejb.admin.AdminException.Rejected(
          "recordId", "give either recordId or itemId");
    }
    return ExplainDto.of(
        recordId != null
            ? explain.record(id, kind, recordId)
            : explain.item(id, kind, new ItemId(itemId)),
        caller.reader());
  }
}
