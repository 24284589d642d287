package io.exchangesync.web.resource;

import io.exchangesync.ejb.admin.SettingsService;
import io.exchangesync.web.Role;
import io.exchangesync.web.audit.ApiMessages;
import io.exchangesync.web.audit.Caller;
import io.exchangesync.web.dto.ReapplyDto;
import io.exchangesync.web.dto.SettingsDto;
import io.exchangesync.web.dto.SettingsRequest;
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
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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

  @POST
  @Path("/reapply")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(
      summary = "Let the settings reach what is linked already, in all mailboxes",
      description =
          "Shown before by POST /mailboxes/{id}/plan?mode=reapply, and counted by a job with mode"
              + " reapply and dryRun.")
  @APIResponse(
      responseCode = "202",
      description = "The mailboxes are due",
      content = @Content(schema = @Schema(implementation = ReapplyDto.class)))
  public Response reapplySystem() {
    return reapply(SettingsService.SYSTEM, "the system");
  }

  @POST
  @Path("/associates/{id}/reapply")
  @RolesAllowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Let an associate's settings reach what is linked already")
  @APIResponse(
      responseCode = "202",
      description = "The mailbox is due",
      content = @Content(schema = @Schema(implementation = ReapplyDto.class)))
  public Response reapplyAssociate(@PathParam("id") int id) {
    return reapply(id, "associate " + id);
  }

  private Response reapply(int associateId, String whom) {
    int count = settings.reapply(associateId);
    ApiMessages.AUDIT.reapplyAsked(caller.name(), whom, count);
    return Response.accepted(new ReapplyDto(count)).build();
  }

  private SettingsDto change(int associateId, String whom, SettingsRequest wanted) {
    Optional<SettingsService.Offer> offer = settings.change(associateId, wanted.values());
    ApiMessages.AUDIT.settingsChanged(
        caller.name(), whom, new TreeSet<>(wanted.values().keySet()).toString());
    String at =
        associateId == SettingsService.SYSTEM
            ? "/settings/reapply"
            : "/settings/associates/" + associateId + "/reapply";
    return show(
        associateId,
        offer.map(open -> new SettingsDto.Reapply(open.settings(), open.mailboxes(), at)));
  }

  private SettingsDto show(int associateId) {
    return show(associateId, Optional.empty());
  }

  private SettingsDto show(int associateId, Optional<SettingsDto.Reapply> reapply) {
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
            .toList(),
        reapply);
  }
}
