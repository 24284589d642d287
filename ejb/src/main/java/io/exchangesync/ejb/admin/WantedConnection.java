package io.exchangesync.ejb.admin;

import io.exchangesync.ejb.admin.ConnectionView.AccessKind;
import io.exchangesync.ejb.admin.ConnectionView.SignInKind;
import io.exchangesync.exchange.ews.EwsConnection;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A connection as it is to be.
 *
 * @param secret password, token, client secret or certificate with private key; kept if empty
 * @param trustedCertificates in PEM; kept if empty, none if blank
 */
public record WantedConnection(
    Optional<String> name,
    URI url,
    SignInKind signIn,
    Optional<String> user,
    Optional<String> authority,
    Optional<String> clientId,
    Optional<String> scope,
    Optional<String> secret,
    Optional<String> trustedCertificates,
    AccessKind access,
    Optional<Integer> batchSize) {
  public WantedConnection {
    Objects.requireNonNull(name);
    Objects.requireNonNull(url);
    Objects.requireNonNull(signIn);
    Objects.requireNonNull(user);
    Objects.requireNonNull(authority);
    Objects.requireNonNull(clientId);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(secret);
    Objects.requireNonNull(trustedCertificates);
    Objects.requireNonNull(access);
    Objects.requireNonNull(batchSize);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return url + " " + signIn + " " + access;
  }

  /** The secret's property in a request. */
  String secretField() {
    return switch (signIn) {
      case BASIC -> "password";
      case BEARER -> "token";
      case CLIENT_SECRET -> "clientSecret";
      case CLIENT_CERTIFICATE -> "certificate";
    };
  }

  /**
   * The settings as they are stored.
   *
   * @param before those that were stored
   * @throws AdminException.Rejected if something the sign-in needs is missing
   */
  Map<String, String> settings(Map<String, String> before) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(ConnectionSettings.URL, url.toString());
    settings.put(ConnectionSettings.SIGN_IN, signIn.name());
    settings.put(ConnectionSettings.ACCESS, access.name());
    settings.put(
        ConnectionSettings.BATCH_SIZE,
        String.valueOf(batchSize.orElse(EwsConnection.DEFAULT_BATCH_SIZE)));
    name.or(() -> Optional.ofNullable(before.get(ConnectionSettings.NAME)))
        .ifPresent(value -> settings.put(ConnectionSettings.NAME, value));
    trustedCertificates
        .or(() -> Optional.ofNullable(before.get(ConnectionSettings.TRUSTED)))
        .filter(pem -> !pem.isBlank())
        .ifPresent(value -> settings.put(ConnectionSettings.TRUSTED, value));
    if (signIn == SignInKind.BASIC) {
      settings.put(ConnectionSettings.USER, needed("user", user));
    }
    if (signIn.isApplication()) {
      settings.put(ConnectionSettings.AUTHORITY, needed("authority", authority));
      settings.put(ConnectionSettings.CLIENT_ID, needed("clientId", clientId));
      scope.ifPresent(value -> settings.put(ConnectionSettings.SCOPE, value));
    }
    return settings;
  }

  private String needed(String field, Optional<String> value) {
    return value.orElseThrow(
        () -> new AdminException.Rejected(field, "is needed to sign in by " + signIn));
  }
}
