package io.exchangesync.web.resource;

import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.ejb.admin.AboutService;
import io.exchangesync.web.ProductVersion;
import io.exchangesync.web.Role;
import io.exchangesync.web.dto.AboutDto;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions and identity. */
@Path("/about")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "About")
public class AboutResource {
  @Inject AboutService about;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Versions, installation id, and the SuperOffice level that was found")
  public AboutDto get() {
    AboutService.About found = about.get();
    CrmCapabilities crm = found.crm();
    return new AboutDto(
        "ExchangeSync for SuperOffice",
        ProductVersion.text(),
        found.installationId(),
        System.getProperty("java.version"),
        new AboutDto.DatabaseDto(
            found.database(),
            level(crm),
            crm.agenda(),
            crm.textLength(),
            crm.locationLength(),
            crm.ownedExternally()),
        found.syncTables());
  }

  private static String level(CrmCapabilities crm) {
    if (crm.ownedExternally()) {
      return "10.5.4 or newer";
    }
    return crm.agenda() ? "10.2.6 to 10.5.3" : "before 10.2.6";
  }
}
