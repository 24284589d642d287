package io.exchangesync.web.dto;

import io.exchangesync.ejb.admin.ConnectionView.AccessKind;
import io.exchangesync.ejb.admin.ConnectionView.SignInKind;
import io.exchangesync.ejb.admin.WantedConnection;
import jakarta.validation.constraints.*;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How Exchange is to be reached.
 *
 * @param signIn BASIC (user and password) if nothing is said; BEARER (token), CLIENT_SECRET or
 *     CLIENT_CERTIFICATE (authority, clientId and the secret or certificate)
 * @param password kept if absent, like the other secrets
 * @param certificate the application's certificate and its private key in PEM
 * @param scope that of the URL's host if absent
 * @param trustedCertificates in PEM, trusted beside the public authorities; kept if absent, none if
 *     blank
 * @param access IMPERSONATION if nothing is said
 * @param batchSize items of one request; 50 if nothing is said
 */
public record ConnectionRequest(
    @Schema(examples = "Head office")
        Optional<@Size(min = 1, max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String> name,
    @NotNull @Schema(examples = "https://mail.example.com/EWS/Exchange.asmx") URI url,
    Optional<SignInKind> signIn,
    @Schema(examples = "exchangesync@example.com")
        Optional<@Size(min = 1, max = 320) @Pattern(regexp = LINE, message = ONE_LINE) String> user,
    @Schema(examples = "https://login.microsoftonline.com/example.com")
        Optional<@Size(min = 1, max = 500) @Pattern(regexp = LINE, message = ONE_LINE) String>
            authority,
    Optional<@Size(min = 1, max = 200) @Pattern(regexp = LINE, message = ONE_LINE) String> clientId,
    @Schema(examples = "https://outlook.office365.com/.default")
        Optional<@Size(min = 1, max = 500) @Pattern(regexp = LINE, message = ONE_LINE) String>
            scope,
    @Schema(writeOnly = true) Optional<@Size(min = 1, max = 8000) String> password,
    @Schema(writeOnly = true) Optional<@Size(min = 1, max = 8000) String> token,
    @Schema(writeOnly = true) Optional<@Size(min = 1, max = 8000) String> clientSecret,
    @Schema(writeOnly = true) Optional<@Size(min = 1, max = 40000) String> certificate,
    Optional<@Size(max = 100000) String> trustedCertificates,
    Optional<AccessKind> access,
    @Schema(examples = "50") Optional<@Min(1) @Max(500) Integer> batchSize) {

  private static final String LINE = "[^\\p{Cc}\\u2028\\u2029]*";
  private static final String ONE_LINE = "is one line without control characters";

  /** The same for the service. */
  public WantedConnection wanted() {
    return new WantedConnection(
        name,
        url,
        signIn.orElse(SignInKind.BASIC),
        user,
        authority,
        clientId,
        scope,
        secret(),
        trustedCertificates,
        access.orElse(AccessKind.IMPERSONATION),
        batchSize);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "url="
        + url
        + " signIn="
        + signIn.orElse(SignInKind.BASIC)
        + user.map(value -> " user=" + value).orElse("")
        + authority.map(value -> " authority=" + value).orElse("")
        + clientId.map(value -> " clientId=" + value).orElse("")
        + " access="
        + access.orElse(AccessKind.IMPERSONATION)
        + " batchSize="
        + batchSize.map(String::valueOf).orElse("default")
        + (secret().isPresent() ? " with a new secret" : "");
  }

  private Optional<String> secret() {
    return switch (signIn.orElse(SignInKind.BASIC)) {
      case BASIC -> password;
      case BEARER -> token;
      case CLIENT_SECRET -> clientSecret;
      case CLIENT_CERTIFICATE -> certificate;
    };
  }
}
