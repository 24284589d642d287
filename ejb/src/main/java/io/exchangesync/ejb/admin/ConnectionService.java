package io.exchangesync.ejb.admin;

import io.exchangesync.ejb.admin.ConnectionView.AccessKind;
import io.exchangesync.ejb.admin.ConnectionView.SignInKind;
import io.exchangesync.ejb.store.ConnectionStore;
import io.exchangesync.ejb.store.SecretReader;
import io.exchangesync.ejb.store.SecretStore;
import io.exchangesync.exchange.ews.Access;
import io.exchangesync.exchange.ews.ConnectionStep;
import io.exchangesync.exchange.ews.ConnectionTest;
import io.exchangesync.exchange.ews.EwsConnection;
import io.exchangesync.exchange.ews.SignIn;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** How Exchange is reached; the secret is written, used for a test, and never given out. */
@Stateless
public class ConnectionService {
  @Inject ConnectionStore store;
  @Inject SecretStore secrets;
  @Inject SecretReader reader;

  /**
   * A connection as it is to be.
   *
   * @param password kept if empty
   * @param token kept if empty
   */
  public record Wanted(
      URI url,
      SignInKind signIn,
      Optional<String> user,
      Optional<String> password,
      Optional<String> token,
      AccessKind access,
      Optional<Integer> batchSize) {
    public Wanted {
      Objects.requireNonNull(url);
      Objects.requireNonNull(signIn);
      Objects.requireNonNull(user);
      Objects.requireNonNull(password);
      Objects.requireNonNull(token);
      Objects.requireNonNull(access);
      Objects.requireNonNull(batchSize);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
      return url + " " + signIn + " " + access;
    }
  }

  public ConnectionView get() {
    Map<String, String> settings = store.read();
    return new ConnectionView(
        Optional.ofNullable(settings.get(ConnectionSettings.URL)).map(URI::create),
        ConnectionSettings.signIn(settings),
        Optional.ofNullable(settings.get(ConnectionSettings.USER)),
        ConnectionSettings.access(settings),
        ConnectionSettings.batchSize(settings),
        secrets.writtenAt(ConnectionSettings.SECRET).isPresent());
  }

  /**
   * Sets the connection; mailboxes use it with their next slice.
   *
   * @throws AdminException.Rejected if the address is not an EWS URL that may be used, or the
   *     sign-in is incomplete
   */
  public ConnectionView put(Wanted wanted) {
    Optional<String> secret =
        wanted.signIn() == SignInKind.BASIC ? wanted.password() : wanted.token();
    ConnectionView before = get();
    boolean sameHost =
        before
            .url()
            .map(URI::getHost)
            .filter(host -> host.equals(wanted.url().getHost()))
            .isPresent();
    boolean kept = before.secretSet() && before.signIn() == wanted.signIn() && sameHost;
    if (wanted.signIn() == SignInKind.BASIC && wanted.user().isEmpty()) {
      throw new AdminException.Rejected("user", "is needed to sign in by BASIC");
    }
    if (secret.isEmpty() && !kept) {
      throw new AdminException.Rejected(
          wanted.signIn() == SignInKind.BASIC ? "password" : "token",
          "is needed: none is stored for this host and way to sign in");
    }
    int batchSize = wanted.batchSize().orElse(EwsConnection.DEFAULT_BATCH_SIZE);
    connection(
        wanted.url(),
        new SignIn.Basic(wanted.user().orElse(""), ""),
        wanted.signIn(),
        wanted.access(),
        batchSize);
    Map<String, String> settings = new TreeMap<>();
    settings.put(ConnectionSettings.URL, wanted.url().toString());
    settings.put(ConnectionSettings.SIGN_IN, wanted.signIn().name());
    settings.put(ConnectionSettings.ACCESS, wanted.access().name());
    settings.put(ConnectionSettings.BATCH_SIZE, String.valueOf(batchSize));
    wanted.user().ifPresent(user -> settings.put(ConnectionSettings.USER, user));
    store.replace(settings);
    secret.ifPresent(value -> secrets.write(ConnectionSettings.SECRET, value));
    return get();
  }

  /**
   * Tries the stored connection step by step; reads only.
   *
   * @param address mailbox to open; the service account's own if empty
   * @throws AdminException.Conflict if no connection is set up
   * @throws AdminException.Rejected if no mailbox can be guessed from the sign-in
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<ConnectionStep> test(Optional<String> address) {
    ConnectionView view = get();
    URI url =
        view.url()
            .orElseThrow(
                () ->
                    new AdminException.Conflict(
                        "No connection is set up. Set it first: PUT /connection."));
    String mailbox =
        address
            .or(() -> view.user().filter(user -> user.contains("@")))
            .orElseThrow(
                () ->
                    new AdminException.Rejected(
                        "address", "is needed: the user name is no mailbox address"));
    String secret = reader.reveal(ConnectionSettings.SECRET).orElse("");
    SignIn basic = new SignIn.Basic(view.user().orElse(""), secret);
    SignIn signIn = view.signIn() == SignInKind.BASIC ? basic : new SignIn.Bearer(() -> secret);
    return new ConnectionTest(Clock.systemUTC())
        .run(connection(url, signIn, view.signIn(), view.access(), view.batchSize()), mailbox);
  }

  private static EwsConnection connection(
      URI url, SignIn signIn, SignInKind kind, AccessKind access, int batchSize) {
    SignIn effective = kind == SignInKind.BASIC ? signIn : new SignIn.Bearer(() -> "");
    try {
      return new EwsConnection(
          url,
          signIn instanceof SignIn.Bearer ? signIn : effective,
          Access.valueOf(access.name()),
          batchSize,
          EwsConnection.DEFAULT_TIMEOUT,
          Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new AdminException.Rejected("url", e.getMessage());
    }
  }
}
