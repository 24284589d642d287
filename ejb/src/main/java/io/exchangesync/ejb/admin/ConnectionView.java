package io.exchangesync.ejb.admin;

import io.exchangesync.exchange.ews.EwsConnection;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How Exchange is reached, without the secret.
 *
 * @param url empty = no connection is set up
 * @param application of a sign-in as an application
 * @param trusted whether certificates beside those of the JDK are trusted
 * @param mailboxes linked mailboxes that are on it
 */
public record ConnectionView(
    int id,
    String name,
    Optional<URI> url,
    SignInKind signIn,
    Optional<String> user,
    Optional<Application> application,
    AccessKind access,
    int batchSize,
    Trusted trusted,
    Optional<Instant> secretWritten,
    int mailboxes) {

  /** How the service account signs in. */
  public enum SignInKind {
    /** User name and password. */
    BASIC,
    /** An access token that somebody else renews. */
    BEARER,
    /** As an application, with a client secret. */
    CLIENT_SECRET,
    /** As an application, with a certificate. */
    CLIENT_CERTIFICATE;

    /** Whether tokens are had from an authority. */
    public boolean isApplication() {
      return this == CLIENT_SECRET || this == CLIENT_CERTIFICATE;
    }
  }

  /** By which right it works in mailboxes. */
  public enum AccessKind {
    IMPERSONATION,
    DELEGATION
  }

  /** Whose certificates are trusted. */
  public enum Trusted {
    PUBLIC_AUTHORITIES,
    OWN_CERTIFICATES_TOO
  }

  /** The application as which a connection signs in. */
  public record Application(String authority, String clientId, String scope) {
    public Application {
      Objects.requireNonNull(authority);
      Objects.requireNonNull(clientId);
      Objects.requireNonNull(scope);
    }
  }

  public ConnectionView {
    Objects.requireNonNull(name);
    Objects.requireNonNull(url);
    Objects.requireNonNull(signIn);
    Objects.requireNonNull(user);
    Objects.requireNonNull(application);
    Objects.requireNonNull(access);
    Objects.requireNonNull(trusted);
    Objects.requireNonNull(secretWritten);
  }

  static ConnectionView of(
      int id, Map<String, String> settings, Optional<Instant> secretWritten, int mailboxes) {
    return new ConnectionView(
        id,
        ConnectionSettings.name(id, settings),
        ConnectionSettings.url(settings),
        ConnectionSettings.signIn(settings),
        Optional.ofNullable(settings.get(ConnectionSettings.USER)),
        Optional.ofNullable(settings.get(ConnectionSettings.CLIENT_ID))
            .map(
                client ->
                    new Application(
                        settings.getOrDefault(ConnectionSettings.AUTHORITY, ""),
                        client,
                        ConnectionSettings.scope(settings))),
        ConnectionSettings.access(settings),
        ConnectionSettings.batchSize(settings),
        settings.containsKey(ConnectionSettings.TRUSTED)
            ? Trusted.OWN_CERTIFICATES_TOO
            : Trusted.PUBLIC_AUTHORITIES,
        secretWritten,
        mailboxes);
  }

  /** When Microsoft ends EWS there; empty for an Exchange Server. */
  public Optional<LocalDate> ewsEnds() {
    return url.filter(EwsConnection::isExchangeOnline).map(online -> EwsConnection.ONLINE_ENDS);
  }
}
