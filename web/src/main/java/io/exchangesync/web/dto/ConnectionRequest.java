package io.exchangesync.web.dto;

import io.exchangesync.ejb.admin.ConnectionView;
import jakarta.validation.constraints.*;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How Exchange is to be reached.
 *
 * @param signIn BASIC (user and password) if nothing is said, or BEARER (token)
 * @param password kept if absent
 * @param token kept if absent
 * @param access IMPERSONATION if nothing is said
 * @param batchSize items of one request; 50 if nothing is said
 */
public record ConnectionRequest(
    @NotNull @Schema(examples = "https://mail.example.com/EWS/Exchange.asmx") URI url,
    Optional<ConnectionView.SignInKind> signIn,
    @Schema(examples = "exchangesync@example.com") Optional<@Size(min = 1, max = 320) String> user,
    @Schema(writeOnly = true) Optional<@Size(min = 1, max = 8000) String> password,
    @Schema(writeOnly = true) Optional<@Size(min = 1, max = 8000) String> token,
    Optional<ConnectionView.AccessKind> access,
    @Schema(examples = "50") Optional<@Min(1) @Max(500) Integer> batchSize) {

  /** Without the secrets. */
  @Override
  public String toString() {
    return "url="
        + url
        + " signIn="
        + signIn.orElse(ConnectionView.SignInKind.BASIC)
        + " user="
        + user.orElse("")
        + " access="
        + access.orElse(ConnectionView.AccessKind.IMPERSONATION)
        + " batchSize="
        + batchSize.map(String::valueOf).orElse("default")
        + (password.isPresent() || token.isPresent() ? " with a new secret" : "");
  }
}
