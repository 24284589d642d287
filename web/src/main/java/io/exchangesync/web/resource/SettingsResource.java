package io.exchangesync.web.resource;

import io.exchangesync.ejb.admin.SettingsService;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.SettingsDto;
import io.exchangesync.web.dto.SettingsRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What administrators decide, for the system and per associate. */
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Settings", description = "Two levels: the system, and an associate that overrides it")
public class SettingsResource {
  @Inject SettingsService settings;
  @Inject Caller caller;

  @GET
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "The system's settings: effective value and origin")
  public SettingsDto system() {
    return show(SettingsService.SYSTEM);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Change settings of the system; null puts one back to its default")
  public SettingsDto changeSystem(@NotNull @Valid SettingsRequest wanted) {
    return change(SettingsService.SYSTEM, "the system", wanted);
  }

  @GET
  @Path("/associates/{id}")
  @RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "An associate's settings: effective value and origin")
  public SettingsDto associate(@PathParam("id") int id) {
    return show(id);
  }

  @PUT
  @Path("/associates/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Change settings of an associate; null puts one back to the system's")
  public SettingsDto changeAssociate(
      @PathParam("id") int id, @NotNull @Valid SettingsRequest wanted) {
    return change(id, "associate " + id, wanted);
  }

  private SettingsDto change(int associateId, String whom, SettingsRequest wanted) {
    settings.change(associateId, wanted.values());
    ApiMessages.AUDIT.settingsChanged(
        caller.name(), whom, new TreeSet<>(wanted.values().keySet()).toString());
    return show(associateId);
  }

  private SettingsDto show(int associateId) {
    return new SettingsDto(
        associateId,
        settings.effective(associateId).stream()
            .map(
                one ->
                    new SettingsDto.Setting(
                        one.key(),
                        one.value(),
                        SettingsDto.Origin.valueOf(one.origin().name()),
                        one.text(),
                        one.allowed()))
            .toList());
  }
}
