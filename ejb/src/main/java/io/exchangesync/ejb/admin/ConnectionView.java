package io.exchangesync.ejb.admin;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * How Exchange is reached, without the secret.
 *
 * @param url empty = no connection is set up
 */
public record ConnectionView(
    Optional<URI> url,
    SignInKind signIn,
    Optional<String> user,
    AccessKind access,
    int batchSize,
    boolean secretSet) {

  /** How the service account signs in. */
  public enum SignInKind {
    BASIC,
    BEARER
  }

  /** By which right it works in mailboxes. */
  public enum AccessKind {
    IMPERSONATION,
    DELEGATION
  }

  public ConnectionView {
    Objects.requireNonNull(url);
    Objects.requireNonNull(signIn);
    Objects.requireNonNull(user);
    Objects.requireNonNull(access);
  }
}
