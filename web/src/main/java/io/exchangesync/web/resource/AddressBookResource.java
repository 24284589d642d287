package io.exchangesync.web.resource;

import io.exchangesync.ejb.admin.AddressBookService;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.AddressBookDto;
import io.exchangesync.web.dto.AddressBookRequest;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a connection's offline address book is, and how new it is. */
@Path("/connections/{id:\\d{1,9}}/address-book")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Address book", description = "Mailboxes that Exchange tells of, for linking")
public class AddressBookResource {
  @Inject AddressBookService books;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "The address book of a connection")
  public AddressBookDto get(@PathParam("id") int id) {
    return AddressBookDto.of(books.view(id));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Set where the address book is")
  public AddressBookDto put(@PathParam("id") int id, @NotNull @Valid AddressBookRequest wanted) {
    AddressBookDto set = AddressBookDto.of(books.setUrl(id, wanted.url()));
    ApiMessages.AUDIT.connectionChanged(caller.name(), id, "address book " + wanted.url());
    return set;
  }

  @POST
  @Path("/refresh")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Ask Exchange for the newest address book now")
  public AddressBookDto refresh(@PathParam("id") int id) {
    return AddressBookDto.of(books.refresh(id));
  }
}
