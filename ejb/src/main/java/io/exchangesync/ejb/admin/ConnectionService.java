package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.ejb.store.ConnectionStore;
import io.exchangesync.ejb.store.SecretReader;
import io.exchangesync.ejb.store.SecretStore;
import io.exchangesync.exchange.ews.ConnectionStep;
import io.exchangesync.exchange.ews.ConnectionTest;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Exchange is reached; secrets are written, used for a test, and never given out.
 *
 * <p>A stored secret is kept only for the host and the authority it was entered for, so that nobody
 * can have it sent elsewhere.
 */
@Stateless
public class ConnectionService {
  /** By then every node uses a change. */
  private static final Duration NOTICED = Duration.ofSeconds(6);

  @Inject ConnectionStore store;
  @Inject SecretStore secrets;
  @Inject SecretReader reader;
  @Inject ConnectionFactory factory;

  /** All connections by number. */
  public List<ConnectionView> all() {
    Map<Integer, Integer> mailboxes = store.mailboxes();
    return store.all().entrySet().stream()
        .map(e -> view(e.getKey(), e.getValue(), mailboxes))
        .toList();
  }

  /** One connection, also the first one before it is set up. */
  public ConnectionView first() {
    return view(Mailbox.FIRST_CONNECTION, store.read(Mailbox.FIRST_CONNECTION), store.mailboxes());
  }

  /**
   * @throws AdminException.NotFound if it does not exist
   */
  public ConnectionView get(int id) {
    return view(id, existing(id), store.mailboxes());
  }

  /**
   * Sets up another connection.
   *
   * @throws AdminException.Rejected as {@link #put}
   */
  public ConnectionView create(WantedConnection wanted) {
    return put(store.all().isEmpty() ? Mailbox.FIRST_CONNECTION : store.reserve(), wanted);
  }

  /**
   * Changes a connection.
   *
   * @throws AdminException.NotFound if it does not exist
   * @throws AdminException.Rejected as {@link #put}
   */
  public ConnectionView change(int id, WantedConnection wanted) {
    existing(id);
    return put(id, wanted);
  }

  /**
   * Sets the first connection, whether it exists or not.
   *
   * @throws AdminException.Rejected as {@link #put}
   */
  public ConnectionView putFirst(WantedConnection wanted) {
    return put(Mailbox.FIRST_CONNECTION, wanted);
  }

  /**
   * Removes a connection with its secret.
   *
   * @throws AdminException.NotFound if it does not exist
   * @throws AdminException.Conflict if mailboxes are on it
   */
  public void delete(int id) {
    existing(id);
    int on = store.mailboxes().getOrDefault(id, 0);
    if (on > 0) {
      throw new AdminException.Conflict(
          "Connection %d has %d linked mailboxes. Move them first: PATCH /mailboxes/{id} with {\"connection\": …}, or unlink them."
              .formatted(id, on));
    }
    store.replace(id, Map.of());
    secrets.remove(ConnectionSettings.secret(id));
  }

  /**
   * Tries the stored connection step by step; reads only.
   *
   * @param address mailbox to open; the service account's own if empty
   * @throws AdminException.Conflict if the connection is not set up
   * @throws AdminException.Rejected if no mailbox can be guessed from the sign-in
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<ConnectionStep> test(int id, Optional<String> address) {
    Map<String, String> settings = store.read(id);
    if (settings.isEmpty()) {
      throw new AdminException.Conflict(
          "Connection " + id + " is not set up. Set it first: PUT /connection.");
    }
    String mailbox =
        address
            .or(
                () ->
                    Optional.ofNullable(settings.get(ConnectionSettings.USER))
                        .filter(user -> user.contains("@")))
            .orElseThrow(
                () ->
                    new AdminException.Rejected(
                        "address", "is needed: the sign-in names no mailbox"));
    String secret = reader.reveal(ConnectionSettings.secret(id)).orElse("");
    return new ConnectionTest(Clock.systemUTC()).run(factory.connection(settings, secret), mailbox);
  }

  /**
   * Sets a connection; mailboxes use it within seconds.
   *
   * @throws AdminException.Rejected if the address is not an EWS URL that may be used, or the
   *     sign-in is incomplete or can't be right
   */
  private ConnectionView put(int id, WantedConnection wanted) {
    Map<String, String> before = store.read(id);
    Map<String, String> settings = wanted.settings(before);
    String name = ConnectionSettings.secret(id);
    boolean kept = secrets.writtenAt(name).isPresent() && sameReceivers(before, settings);
    if (wanted.secret().isEmpty() && !kept) {
      throw new AdminException.Rejected(
          wanted.secretField(), "is needed: none is stored for this host and way to sign in");
    }
    factory.connection(settings, wanted.secret().or(() -> reader.reveal(name)).orElse(""));
    store.replace(id, settings);
    wanted.secret().ifPresent(value -> secrets.write(name, value));
    store.tryAgain(id, Instant.now().plus(NOTICED));
    return get(id);
  }

  private static boolean sameReceivers(Map<String, String> before, Map<String, String> after) {
    return ConnectionSettings.signIn(before) == ConnectionSettings.signIn(after)
        && host(before, ConnectionSettings.URL).equals(host(after, ConnectionSettings.URL))
        && host(before, ConnectionSettings.AUTHORITY)
            .equals(host(after, ConnectionSettings.AUTHORITY));
  }

  private static String host(Map<String, String> settings, String key) {
    return Optional.ofNullable(settings.get(key))
        .map(url -> String.valueOf(URI.create(url).getAuthority()))
        .orElse("");
  }

  private ConnectionView view(
      int id, Map<String, String> settings, Map<Integer, Integer> mailboxes) {
    return ConnectionView.of(
        id,
        settings,
        secrets.writtenAt(ConnectionSettings.secret(id)),
        mailboxes.getOrDefault(id, 0));
  }

  private Map<String, String> existing(int id) {
    Map<String, String> settings = store.read(id);
    if (settings.isEmpty()) {
      throw new AdminException.NotFound("There is no connection " + id + ".");
    }
    return settings;
  }
}
