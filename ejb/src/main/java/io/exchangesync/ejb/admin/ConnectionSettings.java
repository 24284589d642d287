package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.ejb.admin.ConnectionView.AccessKind;
import io.exchangesync.ejb.admin.ConnectionView.SignInKind;
import io.exchangesync.exchange.auth.AppRegistration;
import io.exchangesync.exchange.ews.EwsConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Names of a connection's settings in the sync tables, and what they are when nobody set them. */
public final class ConnectionSettings {
  /** What administrators call it. */
  public static final String NAME = "name";

  public static final String URL = "url";

  /** Name of a {@link SignInKind}. */
  public static final String SIGN_IN = "sign-in";

  public static final String USER = "user";

  /** The tenant's authority, of an application. */
  public static final String AUTHORITY = "authority";

  /** Of an application. */
  public static final String CLIENT_ID = "client-id";

  /** Of an application; that of the URL's host if absent. */
  public static final String SCOPE = "scope";

  /** Certificates in PEM that are trusted beside those of the JDK. */
  public static final String TRUSTED = "trusted-certificates";

  /** Name of an {@link AccessKind}. */
  public static final String ACCESS = "access";

  public static final String BATCH_SIZE = "batch-size";

  private static final String SECRET = "connection";

  private ConnectionSettings() {}

  /** Name of a connection's password, token, client secret or private key among the secrets. */
  public static String secret(int connection) {
    return connection == Mailbox.FIRST_CONNECTION ? SECRET : SECRET + "-" + connection;
  }

  public static SignInKind signIn(Map<String, String> settings) {
    return SignInKind.valueOf(settings.getOrDefault(SIGN_IN, SignInKind.BASIC.name()));
  }

  public static AccessKind access(Map<String, String> settings) {
    return AccessKind.valueOf(settings.getOrDefault(ACCESS, AccessKind.IMPERSONATION.name()));
  }

  /** Items of one request. */
  public static int batchSize(Map<String, String> settings) {
    return Integer.parseInt(
        settings.getOrDefault(BATCH_SIZE, String.valueOf(EwsConnection.DEFAULT_BATCH_SIZE)));
  }

  public static String name(int connection, Map<String, String> settings) {
    return settings.getOrDefault(NAME, "Connection " + connection);
  }

  public static Optional<URI> url(Map<String, String> settings) {
    return Optional.ofNullable(settings.get(URL)).map(URI::create);
  }

  /** The scope of an application's tokens. */
  static String scope(Map<String, String> settings) {
    return settings.getOrDefault(SCOPE, url(settings).map(AppRegistration::scopeOf).orElse(""));
  }
}
