package io.exchangesync.exchange.auth;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.ews.SignIn;
import io.exchangesync.exchange.ews.TrustStore;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The access token of an application, one for all mailboxes of a connection: renewed five minutes
 * before it expires by one thread, while the others go on with the old one.
 *
 * <p>A renewal that fails while the old token is still good fails nobody.
 */
public final class AppTokens implements SignIn.TokenSupplier {
  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);
  private static final int SHARE_OF_A_SHORT_LIFE = 4;

  private final ConfidentialClientApplication application;
  private final ClientCredentialParameters parameters;
  private final String client;
  private final Clock clock;
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile Held held = new Held("", Instant.EPOCH, Instant.EPOCH);

  private record Held(String token, Instant renewAt, Instant expires) {}

  /**
   * @throws IllegalArgumentException if the authority is not trusted or the credential of no use
   */
  public AppTokens(
      AppRegistration app, Authorities authorities, Optional<TrustStore> trustStore, Clock clock) {
    this.client = app.clientId();
    this.clock = clock;
    this.parameters =
        ClientCredentialParameters.builder(Set.of(app.scope())).skipCache(true).build();
    try {
      this.application =
          ConfidentialClientApplication.builder(app.clientId(), credential(app.credential()))
              .authority(authorities.checked(app.authority()).toString())
              .instanceDiscovery(false)
              .httpClient(new MsalHttp(app.authority().getAuthority(), trustStore))
              .executorService(CallingThread.INSTANCE)
              .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("The authority is no URL: " + app.authority(), e);
    }
  }

  @Override
  public String token() {
    Held now = held;
    Instant moment = clock.instant();
    if (moment.isBefore(now.renewAt())) {
      return now.token();
    }
    if (!moment.isBefore(now.expires())) {
      renewing.lock();
    } else if (!renewing.tryLock()) {
      return now.token();
    }
    try {
      return renewed();
    } finally {
      renewing.unlock();
    }
  }

  /** Under the lock, where no token that was refused meanwhile can come back. */
  private String renewed() {
    Held now = held;
    Instant moment = clock.instant();
    if (moment.isBefore(now.renewAt())) {
      return now.token();
    }
    try {
      held = asked();
    } catch (SyncException e) {
      if (!moment.isBefore(now.expires())) {
        throw e;
      }
      Instant again = clock.instant().plus(AFTER_A_FAILURE);
      held =
          new Held(
              now.token(), again.isBefore(now.expires()) ? again : now.expires(), now.expires());
    }
    return held.token();
  }

  @Override
  public boolean replace(String refused) {
    renewing.lock();
    try {
      if (held.token().equals(refused)) {
        held = new Held("", Instant.EPOCH, Instant.EPOCH);
      }
      return true;
    } finally {
      renewing.unlock();
    }
  }

  @Override
  public Optional<String> clientId() {
    return Optional.of(client);
  }

  private Held asked() {
    Instant before = clock.instant();
    try {
      IAuthenticationResult result = application.acquireToken(parameters).get();
      Instant expires = result.expiresOnDate().toInstant();
      Duration life = Duration.between(before, expires);
      Duration early = life.dividedBy(SHARE_OF_A_SHORT_LIFE);
      return new Held(
          result.accessToken(), expires.minus(early.compareTo(EARLY) < 0 ? early : EARLY), expires);
    } catch (ExecutionException e) {
      throw TokenProblems.syncException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SyncException.Retriable("interrupted", Optional.empty(), e);
    }
  }

  private static IClientCredential credential(AppCredential credential) {
    if (credential instanceof AppCredential.Secret secret) {
      return ClientCredentialFactory.createFromSecret(secret.value());
    }
    AppCredential.Certificate certificate = (AppCredential.Certificate) credential;
    return ClientCredentialFactory.createFromCertificateChain(
        certificate.key(), certificate.chain());
  }
}
