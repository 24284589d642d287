package io.exchangesync.ejb.admin;

import io.exchangesync.ejb.admin.ConnectionView.AccessKind;
import io.exchangesync.ejb.admin.ConnectionView.SignInKind;
import io.exchangesync.exchange.ews.EwsConnection;
import java.util.Map;

/**
 * Names of the connection's settings in the sync tables, and what they are when nobody set them.
 */
public final class ConnectionSettings {
  public static final String URL = "url";

  /** Name of a {@link SignInKind}. */
  public static final String SIGN_IN = "sign-in";

  public static final String USER = "user";

  /** Name of an {@link AccessKind}. */
  public static final String ACCESS = "access";

  public static final String BATCH_SIZE = "batch-size";

  /** Name of the password or token among the secrets. */
  public static final String SECRET = "connection";

  private ConnectionSettings() {}

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
}
