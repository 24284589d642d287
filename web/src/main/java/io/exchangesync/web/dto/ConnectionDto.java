package io.exchangesync.web.dto;

import io.exchangesync.ejb.admin.ConnectionView;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How Exchange is reached; never holds a secret.
 *
 * @param secretSet whether a password or token is stored
 */
public record ConnectionDto(
    @Schema(examples = "true") boolean configured,
    @Schema(examples = "https://mail.example.com/EWS/Exchange.asmx") Optional<URI> url,
    Optional<ConnectionView.SignInKind> signIn,
    @Schema(examples = "exchangesync@example.com") Optional<String> user,
    Optional<ConnectionView.AccessKind> access,
    @Schema(examples = "50") int batchSize,
    boolean secretSet) {

  public static ConnectionDto of(ConnectionView view) {
    return new ConnectionDto(
        view.url().isPresent(),
        view.url(),
        view.url().map(any -> view.signIn()),
        view.user(),
        view.url().map(any -> view.access()),
        view.batchSize(),
        view.secretSet());
  }
}
