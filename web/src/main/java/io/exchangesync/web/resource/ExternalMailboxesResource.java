package io.exchangesync.web.resource;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.ejb.admin.AddressBookService;
import io.exchangesync.ejb.admin.AdminException;
import io.exchangesync.ejb.admin.MailboxService;
import io.exchangesync.exchange.oab.EntryType;
import io.exchangesync.exchange.oab.download.AddressBookCache.Found;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.AutoLinkRequest;
import io.exchangesync.web.dto.ExternalMailboxDto;
import io.exchangesync.web.dto.LinkMailboxRequest;
import io.exchangesync.web.dto.LinkProposalDto;
import io.exchangesync.web.dto.LinkResultDto;
import io.exchangesync.web.dto.LinkSeveralRequest;
import io.exchangesync.web.dto.Page;
import io.exchangesync.web.dto.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mailboxes that can be linked, by Exchange's address book. */
@Path("/external-mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Address book", description = "Mailboxes that Exchange tells of, for linking")
public class ExternalMailboxesResource {
  private static final int LONGEST = 250;
  private static final int USUAL_RANK = 100;

  @Inject AddressBookService books;
  @Inject MailboxService mailboxes;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Mailboxes, rooms and equipment in the order of the address book")
  public Page<ExternalMailboxDto> list(
      @QueryParam("connection") @DefaultValue("1") @Positive int connection,
      @QueryParam("text") @DefaultValue("") @Size(max = LONGEST) String text,
      @QueryParam("type") EntryType type,
      @Valid @BeanParam PageQuery page,
      @Context UriInfo uri) {
    Map<String, Integer> linked = books.linkedAddresses();
    return Page.of(
        books.find(connection, text, Optional.ofNullable(type), page.after(), page.oneMore()),
        page.limit(),
        uri,
        Found::number,
        found -> ExternalMailboxDto.of(found.entry(), linked));
  }

  @POST
  @Path("/auto-link")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Propose mailboxes by primary e-mail address; links nothing")
  public List<LinkProposalDto> autoLink(@NotNull @Valid AutoLinkRequest wanted) {
    return books
        .proposals(
            wanted.connection().orElse(Mailbox.FIRST_CONNECTION),
            wanted.associates().orElse(Set.of()))
        .stream()
        .map(LinkProposalDto::of)
        .toList();
  }

  @POST
  @Path("/links")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Link several users; what can't be linked does not hinder the others")
  public List<LinkResultDto> link(@NotNull @Valid LinkSeveralRequest wanted) {
    return wanted.links().stream().map(this::link).toList();
  }

  private LinkResultDto link(LinkMailboxRequest wanted) {
    try {
      int id =
          mailboxes
              .link(
                  wanted.associateId(),
                  wanted.address(),
                  wanted.kinds().orElse(Set.of(Kind.APPOINTMENT)),
                  wanted.rank().orElse(USUAL_RANK),
                  wanted.connection().orElse(Mailbox.FIRST_CONNECTION))
              .mailbox()
              .id();
      ApiMessages.AUDIT.linked(caller.name(), wanted.associateId(), wanted.address(), id);
      return new LinkResultDto(
          wanted.associateId(), wanted.address(), Optional.of(id), Optional.empty());
    } catch (AdminException.Rejected e) {
      return refused(wanted, e.field() + " " + e.getMessage());
    } catch (AdminException.Conflict | AdminException.NotFound e) {
      return refused(wanted, e.getMessage());
    }
  }

  private static LinkResultDto refused(LinkMailboxRequest wanted, String why) {
    return new LinkResultDto(
        wanted.associateId(), wanted.address(), Optional.empty(), Optional.of(why));
  }
}
