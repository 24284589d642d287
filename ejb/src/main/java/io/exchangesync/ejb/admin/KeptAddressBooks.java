package io.exchangesync.ejb.admin;

import io.exchangesync.core.port.SyncException;
import io.exchangesync.ejb.store.SecretReader;
import io.exchangesync.exchange.ews.EwsConnection;
import io.exchangesync.exchange.oab.AddressBookEntry;
import io.exchangesync.exchange.oab.OabException;
import io.exchangesync.exchange.oab.OabLimits;
import io.exchangesync.exchange.oab.download.AddressBookCache;
import io.exchangesync.exchange.oab.download.AddressBookCache.Found;
import io.exchangesync.exchange.oab.download.HttpDistributionPoint;
import io.exchangesync.exchange.oab.download.OabDownload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The address books on this node, below the server's data folder, one for each OAB URL.
 *
 * <p>One that is a day old is asked for again before it is read; if that fails, what is kept is
 * used, and the server is left alone for a while.
 */
@ApplicationScoped
public class KeptAddressBooks {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

  @Inject SecretReader secrets;
  @Inject ConnectionFactory factory;

  private final Clock clock = Clock.systemUTC();
  private final Map<Path, AddressBookCache> caches = new ConcurrentHashMap<>();
  private final Map<Path, Failure> failures = new ConcurrentHashMap<>();

  private record Failure(Instant at, String text) {}

  AddressBookView view(int connection, Map<String, String> settings) {
    Optional<URI> url = url(settings);
    if (url.isEmpty()) {
      return new AddressBookView(connection, url, Optional.empty(), Optional.empty());
    }
    Path folder = folder(connection, url.get());
    try {
      return new AddressBookView(
          connection,
          url,
          cache(folder).book(),
          Optional.ofNullable(failures.get(folder)).map(Failure::text));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  List<Found> find(
      int connection,
      Map<String, String> settings,
      Predicate<AddressBookEntry> wanted,
      int after,
      int most) {
    Path folder = folder(connection, needed(connection, settings));
    AddressBookCache cache = cache(folder);
    try {
      if (cache.isDue() && mayAsk(folder)) {
        refreshIfPossible(connection, settings, cache);
      }
      if (cache.book().isEmpty()) {
        throw new AdminException.Conflict(
            "There is no address book yet: "
                + Optional.ofNullable(failures.get(folder)).map(Failure::text).orElse("try again"));
      }
      return cache.find(wanted, after, most);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * @throws AdminException.SideFailed if there is no answer that can be used
   */
  void refresh(int connection, Map<String, String> settings) {
    URI url = needed(connection, settings);
    Path folder = folder(connection, url);
    String secret = secrets.reveal(ConnectionSettings.secret(connection)).orElse("");
    EwsConnection ews = factory.connection(settings, secret);
    try (HttpDistributionPoint point = HttpDistributionPoint.of(ews, url)) {
      cache(folder).refresh(new OabDownload(point, OabLimits.USUAL, LONGEST));
      failures.remove(folder);
    } catch (IOException e) {
      failures.put(folder, new Failure(clock.instant(), e.getMessage()));
      throw failed(e);
    } catch (SyncException e) {
      failures.put(folder, new Failure(clock.instant(), e.getMessage()));
      throw new AdminException.SideFailed(e);
    } catch (IllegalArgumentException e) {
      throw new AdminException.Rejected("url", e.getMessage());
    }
  }

  private void refreshIfPossible(
      int connection, Map<String, String> settings, AddressBookCache cache) throws IOException {
    try {
      refresh(connection, settings);
    } catch (AdminException.SideFailed e) {
      if (cache.book().isEmpty()) {
        throw e;
      }
    }
  }

  private boolean mayAsk(Path folder) {
    Failure failure = failures.get(folder);
    return failure == null || failure.at().plus(AFTER_FAILURE).isBefore(clock.instant());
  }

  private AddressBookCache cache(Path folder) {
    return caches.computeIfAbsent(folder, any -> new AddressBookCache(any, clock));
  }

  private static Path folder(int connection, URI url) {
    String data = System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir"));
    String name = connection + "-" + Integer.toHexString(url.toString().hashCode());
    return Path.of(data, "exchangesync", "address-books", name);
  }

  private static Optional<URI> url(Map<String, String> settings) {
    return Optional.ofNullable(settings.get(ConnectionSettings.OAB_URL)).map(URI::create);
  }

  private static URI needed(int connection, Map<String, String> settings) {
    return url(settings)
        .orElseThrow(
            () ->
                new AdminException.Conflict(
                    "Connection %d has no address book. Set its URL first: PUT /connections/%d/address-book"
                        .formatted(connection, connection)));
  }

  private static AdminException.SideFailed failed(IOException e) {
    String text =
        e instanceof OabException
            ? "The address book can't be used: " + e.getMessage()
            : "The address book can't be kept or read on this server: " + e;
    return new AdminException.SideFailed(new SyncException.MailboxFatal(text, e));
  }
}
