package io.exchangesync.web.resource;

import io.exchangesync.core.port.Associate;
import io.exchangesync.ejb.admin.AssociateService;
import io.exchangesync.web.Role;
import io.exchangesync.web.dto.AssociateDto;
import io.exchangesync.web.dto.Page;
import io.exchangesync.web.dto.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** SuperOffice users and resources that can be linked. */
@Path("/associates")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Associates", description = "SuperOffice users and resources that have a diary")
public class AssociatesResource {
  private static final int LONGEST = 250;

  @Inject AssociateService associates;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Users and resources by id, filtered by text, group and company")
  public Page<AssociateDto> list(
      @QueryParam("text") @DefaultValue("") @Size(max = LONGEST) String text,
      @QueryParam("group") @DefaultValue("") @Size(max = LONGEST) String group,
      @QueryParam("company") @DefaultValue("") @Size(max = LONGEST) String company,
      @Valid @BeanParam PageQuery page,
      @Context UriInfo uri) {
    Map<Integer, Integer> linked = associates.linked();
    return Page.of(
        associates.page(text, group, company, page.after(), page.oneMore()),
        page.limit(),
        uri,
        Associate::id,
        associate -> AssociateDto.of(associate, Optional.ofNullable(linked.get(associate.id()))));
  }
}
