package io.exchangesync.web.resource;

import io.exchangesync.ejb.admin.JournalService;
import io.exchangesync.ejb.store.JournalQueries;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.csv.JournalCsv;
import io.exchangesync.web.dto.JournalDto;
import io.exchangesync.web.dto.Page;
import io.exchangesync.web.dto.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was done. */
@Path("/journal")
@RequestScoped
@Tag(name = "Journal", description = "What was done, and what could not be done")
public class JournalResource {
  @Inject JournalService journal;
  @Inject Caller caller;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(
      summary = "Entries, newest first, filtered by run, mailbox, kind, record, link and time")
  public Page<JournalDto> list(
      @Valid @BeanParam JournalQuery query,
      @Valid @BeanParam PageQuery page,
      @Context UriInfo uri) {
    return Page.of(
        journal.page(query.filter(), page.after(), page.oneMore()),
        page.limit(),
        uri,
        JournalQueries.Line::id,
        line -> JournalDto.of(line.id(), line.entry(), caller.reader()));
  }

  @GET
  @Produces("text/csv")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "The same entries as CSV, all pages", operationId = "exportJournal")
  public Response export(@Valid @BeanParam JournalQuery query) {
    JournalQueries.Filter filter = query.filter();
    JournalCsv csv =
        new JournalCsv((after, limit) -> journal.page(filter, after, limit), caller.reader());
    String who = caller.name();
    StreamingOutput body = out -> ApiMessages.AUDIT.journalExported(who, csv.write(out));
    return Response.ok(body)
        .header("Content-Disposition", "attachment; filename=\"journal.csv\"")
        .build();
  }
}
