package io.exchangesync.web.dto;

import io.exchangesync.ejb.admin.ConnectionView;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How Exchange is reached; never holds a secret.
 *
 * @param authority of an application, as clientId and scope
 * @param secretSet whether a password, token, client secret or private key is stored
 * @param secretWritten when it was entered [UTC]
 * @param mailboxes linked mailboxes on it
 * @param ewsEnds when Microsoft ends EWS there; only for Exchange Online
 */
public record ConnectionDto(
    @Schema(examples = "1") int id,
    @Schema(examples = "Head office") String name,
    @Schema(examples = "true") boolean configured,
    @Schema(examples = "https://mail.example.com/EWS/Exchange.asmx") Optional<URI> url,
    Optional<ConnectionView.SignInKind> signIn,
    @Schema(examples = "exchangesync@example.com") Optional<String> user,
    @Schema(examples = "https://login.microsoftonline.com/example.com") Optional<String> authority,
    Optional<String> clientId,
    @Schema(examples = "https://outlook.office365.com/.default") Optional<String> scope,
    Optional<ConnectionView.AccessKind> access,
    @Schema(examples = "50") int batchSize,
    ConnectionView.Trusted trusted,
    boolean secretSet,
    Optional<Instant> secretWritten,
    @Schema(examples = "12") int mailboxes,
    Optional<LocalDate> ewsEnds,
    Optional<String> ewsEndsText) {

  public static ConnectionDto of(ConnectionView view) {
    return new ConnectionDto(
        view.id(),
        view.name(),
        view.url().isPresent(),
        view.url(),
        view.url().map(any -> view.signIn()),
        view.user(),
        view.application().map(ConnectionView.Application::authority),
        view.application().map(ConnectionView.Application::clientId),
        view.application().map(ConnectionView.Application::scope),
        view.url().map(any -> view.access()),
        view.batchSize(),
        view.trusted(),
        view.secretWritten().isPresent(),
        view.secretWritten(),
        view.mailboxes(),
        view.ewsEnds(),
        view.ewsEnds()
            .map(
                date ->
                    "Microsoft ends EWS in Exchange Online on "
                        + date
                        + "; until then the tenant's list of allowed applications must name this"
                        + " one."));
  }
}
