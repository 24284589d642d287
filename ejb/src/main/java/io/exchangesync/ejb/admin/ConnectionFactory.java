package io.exchangesync.ejb.admin;

import io.exchangesync.exchange.auth.AppCredential;
import io.exchangesync.exchange.auth.AppRegistration;
import io.exchangesync.exchange.auth.AppTokens;
import io.exchangesync.exchange.auth.Authorities;
import io.exchangesync.exchange.auth.PemCertificate;
import io.exchangesync.exchange.ews.Access;
import io.exchangesync.exchange.ews.EwsConnection;
import io.exchangesync.exchange.ews.SignIn;
import io.exchangesync.exchange.ews.TrustStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes connections out of what is stored of them; what can't be right is refused with the property
 * that is wrong. Trusted authorities are the server's configuration (system property {@code
 * exsync.trusted.authorities} or environment variable {@code EXSYNC_TRUSTED_AUTHORITIES}).
 */
@ApplicationScoped
public class ConnectionFactory {
  private static final String PROPERTY = "exsync.trusted.authorities";
  private static final String VARIABLE = "EXSYNC_TRUSTED_AUTHORITIES";

  private final Clock clock = Clock.systemUTC();

  /**
   * The connection that these settings and this secret describe.
   *
   * @throws AdminException.Rejected if they can't be those of a connection
   */
  public EwsConnection connection(Map<String, String> settings, String secret) {
    URI url = ConnectionSettings.url(settings).orElseThrow();
    if (url.getHost() == null) {
      throw new AdminException.Rejected(
          "url",
          "must look like https://mail.example.com/EWS/Exchange.asmx; a host name has letters,"
              + " digits, hyphens and dots");
    }
    Optional<TrustStore> trusted =
        Optional.ofNullable(settings.get(ConnectionSettings.TRUSTED))
            .map(pem -> checked("trustedCertificates", () -> new TrustStore.Pem(pem)));
    SignIn signIn = signIn(settings, secret, trusted);
    return checked(
        "url",
        () ->
            new EwsConnection(
                url,
                signIn,
                Access.valueOf(ConnectionSettings.access(settings).name()),
                ConnectionSettings.batchSize(settings),
                EwsConnection.DEFAULT_TIMEOUT,
                trusted));
  }

  private SignIn signIn(Map<String, String> settings, String secret, Optional<TrustStore> trusted) {
    return switch (ConnectionSettings.signIn(settings)) {
      case BASIC -> new SignIn.Basic(settings.getOrDefault(ConnectionSettings.USER, ""), secret);
      case BEARER -> new SignIn.Bearer(() -> secret);
      case CLIENT_SECRET -> application(settings, new AppCredential.Secret(secret), trusted);
      case CLIENT_CERTIFICATE ->
          application(
              settings,
              checked("certificate", () -> PemCertificate.read(secret, clock.instant())),
              trusted);
    };
  }

  private SignIn application(
      Map<String, String> settings, AppCredential credential, Optional<TrustStore> trusted) {
    String scope = ConnectionSettings.scope(settings);
    URI url = ConnectionSettings.url(settings).orElseThrow();
    if (!reaches(scope, url)) {
      throw new AdminException.Rejected(
          "scope",
          "names another host than the EWS URL, which would be shown the token: "
              + AppRegistration.scopeOf(url)
              + " fits");
    }
    URI authority =
        checked(
            "authority",
            () ->
                authorities()
                    .checked(URI.create(settings.getOrDefault(ConnectionSettings.AUTHORITY, ""))));
    AppRegistration app =
        checked(
            "scope",
            () ->
                new AppRegistration(
                    authority,
                    settings.getOrDefault(ConnectionSettings.CLIENT_ID, ""),
                    credential,
                    scope));
    return new SignIn.Bearer(
        checked("authority", () -> new AppTokens(app, authorities(), trusted, clock)));
  }

  /** Whether Exchange at the URL is what the scope's tokens are for. */
  private static boolean reaches(String scope, URI url) {
    try {
      URI resource = URI.create(scope);
      return url.getHost().equalsIgnoreCase(resource.getHost())
          || (EwsConnection.isExchangeOnline(url) && EwsConnection.isExchangeOnline(resource));
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  private static Authorities authorities() {
    return Authorities.trusting(
        Optional.ofNullable(System.getProperty(PROPERTY))
            .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
            .orElse(""));
  }

  private static <T> T checked(String field, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new AdminException.Rejected(field, e.getMessage());
    }
  }
}
