package io.exchangesync.simulator;

import io.exchangesync.simulator.contacts.DirectoryGroups;
import io.exchangesync.simulator.faults.Faults;
import io.exchangesync.simulator.fields.Oddities;
import io.exchangesync.simulator.http.HttpServer;
import io.exchangesync.simulator.http.Tls;
import io.exchangesync.simulator.meetings.Outbox;
import io.exchangesync.simulator.oab.AddressBooks;
import io.exchangesync.simulator.oauth.AuthorizationServer;
import io.exchangesync.simulator.ops.Services;
import io.exchangesync.simulator.ops.Stats;
import io.exchangesync.simulator.ops.Tap;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxInfo.Role;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Store;
import io.exchangesync.simulator.store.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** A running Exchange simulator; closing it stops it and leaves its data folder as it is. */
public final class ExchangeSimulator implements AutoCloseable {
  private final Services services;
  private final AddressBooks books;
  private final HttpServer http;

  private ExchangeSimulator(Services services, AddressBooks books, HttpServer http) {
    this.services = services;
    this.books = books;
    this.http = http;
  }

  /** Opens the mailboxes and listens. */
  public static ExchangeSimulator start(SimulatorConfig config) {
    Path data = config.data().orElseGet(ExchangeSimulator::temporary);
    Services services = Services.on(Store.open(data), Clock.systemUTC());
    AddressBooks books = AddressBooks.open(services.store(), services.clock(), data);
    config.tokens().forEach(services.accounts()::acceptToken);
    Optional<SSLContext> tls =
        config
            .httpsPort()
            .map(
                port ->
                    Tls.context(config.keyStore(), data, config.keyStorePassword(), config.host()));
    HttpServer http =
        HttpServer.start(config.host(), config.port(), config.httpsPort(), tls, services, books);
    return new ExchangeSimulator(services, books, http);
  }

  /** The port of HTTP. */
  public int port() {
    return http.port();
  }

  /** The address of the web services over HTTP. */
  public URI url() {
    return URI.create("http://localhost:" + port() + HttpServer.EWS_PATH);
  }

  /** The address of the web services over HTTPS, if it was asked for. */
  public Optional<URI> httpsUrl() {
    return http.httpsPort()
        .map(port -> URI.create("https://localhost:" + port + HttpServer.EWS_PATH));
  }

  /** The folder of the offline address book over HTTP; its manifest is {@code oab.xml} there. */
  public URI oabUrl() {
    return URI.create("http://localhost:" + port() + books.path());
  }

  /**
   * The authority of a tenant, for clients that sign in by OAuth 2.0; over HTTPS, if it was asked
   * for.
   */
  public URI authority(String tenant) {
    return httpsUrl().orElseGet(this::url).resolve("/" + tenant + "/");
  }

  /** Makes a mailbox, or changes the name and password of the one there is. */
  public void addMailbox(String smtp, String displayName, String password) {
    services.store().addMailbox(smtp, displayName, password, Set.of());
  }

  /**
   * Makes the mailbox of a room or piece of equipment, which answers meeting requests by itself.
   */
  public void addRoom(String smtp, String displayName, String password) {
    services.store().addMailbox(smtp, displayName, password, Set.of(Role.ROOM));
  }

  /** Makes the account of a service that may impersonate; it has a mailbox of its own. */
  public void addImpersonator(String smtp, String displayName, String password) {
    services.store().addMailbox(smtp, displayName, password, Set.of(Role.IMPERSONATION));
  }

  /**
   * Makes a group of the directory, or gives the one there is other members.
   *
   * @param members addresses of mailboxes, other groups and people elsewhere
   */
  public void addGroup(String smtp, String displayName, List<String> members) {
    services.groups().put(new DirectoryGroups.Group(smtp, displayName, members));
  }

  /** Lets one user open another's mailbox; no rights take it back. */
  public void delegate(String mailbox, String delegate, Set<Right> rights) {
    String user = delegate.toLowerCase(Locale.ROOT);
    mailbox(mailbox).updateInfo(info -> info.withDelegate(user, rights));
  }

  /**
   * Lets one user open another's folders of one class, beside what {@link #delegate(String, String,
   * Set)} lets; no rights take it back.
   *
   * @param folderClass such as IPF.Task
   */
  public void delegate(String mailbox, String delegate, String folderClass, Set<Right> rights) {
    String user = delegate.toLowerCase(Locale.ROOT);
    mailbox(mailbox).updateInfo(info -> info.withDelegate(user, folderClass, rights));
  }

  /** Accepts a bearer token as an application's that may impersonate. */
  public void acceptToken(String token, String application) {
    services.accounts().acceptToken(token, application);
  }

  /** Applications and their tokens. */
  public AuthorizationServer oauth() {
    return services.oauth();
  }

  public Faults faults() {
    return services.faults();
  }

  public Outbox outbox() {
    return services.outbox();
  }

  public Stats stats() {
    return services.stats();
  }

  /** Makes all answers odd, or tidy again with {@link Oddities#NONE}. */
  public void answerWith(Oddities oddities) {
    services.oddities().set(oddities);
  }

  /** Shows every request and its answer to the tap from now on. */
  public void tap(Tap tap) {
    services.tap().set(tap);
  }

  /**
   * Writes any text into an item's property, also what no XML request can carry.
   *
   * @param itemId as the web services gave it
   * @param fieldUri such as item:Subject
   */
  public void tamper(String mailbox, String itemId, String fieldUri, String text) {
    Ids.Id id = Ids.decode(itemId).orElseThrow(() -> new IllegalArgumentException(itemId));
    mailbox(mailbox)
        .updateItem(
            id.number(),
            item -> {
              Map<String, Value> properties = new HashMap<>(item.properties());
              properties.put(fieldUri, Value.of(text));
              return properties;
            })
        .orElseThrow(() -> new IllegalArgumentException(itemId));
  }

  @Override
  public void close() {
    http.close();
    services.store().close();
  }

  private MailboxStore mailbox(String smtp) {
    return services
        .store()
        .mailbox(smtp)
        .orElseThrow(() -> new IllegalArgumentException("there is no mailbox " + smtp));
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("exchange-simulator");
      folder.toFile().deleteOnExit();
      folder.resolve("mailboxes.journal").toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
