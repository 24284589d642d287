package io.exchangesync.web.resource;

import io.exchangesync.ejb.admin.ExplainService;
import io.exchangesync.ejb.admin.JournalService;
import io.exchangesync.ejb.admin.MailboxService;
import io.exchangesync.ejb.store.JournalQueries;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.ExplainDto;
import io.exchangesync.web.dto.JournalDto;
import io.exchangesync.web.dto.LinkDto;
import io.exchangesync.web.dto.Page;
import io.exchangesync.web.dto.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One link between a record and an item. */
@Path("/items/{link}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Items", description = "Records and items that belong together")
public class ItemResource {
  @Inject MailboxService mailboxes;
  @Inject ExplainService explain;
  @Inject JournalService journal;
  @Inject Caller caller;

  @PathParam("link")
  int link;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "The link with its state")
  public LinkDto get() {
    return LinkDto.of(mailboxes.link(link));
  }

  @GET
  @Path("/explain")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Last decision, decision now, both versions, base and next try")
  public ExplainDto explain() {
    return ExplainDto.of(explain.link(link), caller.reader());
  }

  @GET
  @Path("/history")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "What was done with it, newest first")
  public Page<JournalDto> history(@Valid @BeanParam PageQuery page, @Context UriInfo uri) {
    mailboxes.link(link);
    return Page.of(
        journal.page(JournalQueries.Filter.ofLink(link), page.after(), page.oneMore()),
        page.limit(),
        uri,
        JournalQueries.Line::id,
        line -> JournalDto.of(line.id(), line.entry(), caller.reader()));
  }
}
