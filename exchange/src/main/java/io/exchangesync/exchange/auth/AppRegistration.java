package io.exchangesync.exchange.auth;

import java.net.URI;
import java.util.Objects;

/**
 * An application of a tenant as which a connection signs in.
 *
 * @param authority such as https://login.microsoftonline.com/contoso.com
 * @param clientId the application's id
 * @param scope such as https://outlook.office365.com/.default
 */
public record AppRegistration(
    URI authority, String clientId, AppCredential credential, String scope) {
  private static final String DEFAULT = "/.default";

  /**
   * @throws IllegalArgumentException if the scope is not that of an application
   */
  public AppRegistration {
    Objects.requireNonNull(authority);
    Objects.requireNonNull(clientId);
    Objects.requireNonNull(credential);
    if (!scope.endsWith(DEFAULT)) {
      throw new IllegalArgumentException(
          "The scope of an application ends in /.default, such as"
              + " https://outlook.office365.com/.default");
    }
  }

  /** The scope for the Exchange at an EWS URL: the URL's own host. */
  public static String scopeOf(URI ews) {
    return ews.getScheme() + "://" + ews.getAuthority() + DEFAULT;
  }
}
