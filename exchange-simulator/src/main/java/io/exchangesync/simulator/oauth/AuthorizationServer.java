package io.exchangesync.simulator.oauth;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Registered applications and the tokens they were given; a token is good until it expires or is
 * made to.
 *
 * <p>Tokens are opaque texts: a client has no business inside them.
 */
public final class AuthorizationServer {
  /**
   * Resource of Exchange Online, for which tokens are issued beside the simulator's own address.
   */
  public static final String EXCHANGE_ONLINE = "https://outlook.office365.com";

  private static final Set<String> OTHER_RESOURCES = Set.of("https://graph.microsoft.com");
  private static final Set<String> OPENID = Set.of("openid", "profile", "offline_access");
  private static final Pattern SCOPE =
      Pattern.compile("(https?://[A-Za-z0-9.:/_-]+?)/?/\\.default");
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final int TOKEN_BYTES = 48;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Application> applications = new ConcurrentHashMap<>();
  private final Map<String, IssuedToken> tokens = new ConcurrentHashMap<>();
  private final Set<String> assertions = Collections.synchronizedSet(new HashSet<>());
  private final Deque<OAuthError> faults = new ArrayDeque<>();
  private volatile Duration lifetime = Duration.ofMinutes(60);
  private int issued;

  public AuthorizationServer(Clock clock) {
    this.clock = clock;
  }

  /** A token and how long it is good. */
  public record Grant(String token, Duration lifetime) {}

  /** Registers an application, or puts it in place of the one with the same client id. */
  public void register(Application application) {
    applications.put(application.clientId(), application);
  }

  /** How long tokens are good that are issued from now on. */
  public void lifetime(Duration duration) {
    lifetime = duration;
  }

  /** Makes every token expire now, whatever its holder was told. */
  public void expireAll() {
    Instant now = clock.instant();
    tokens.replaceAll((text, token) -> token.expiringAt(now));
  }

  /** The next request for a token is answered with this error. */
  public synchronized void failNext(OAuthError error) {
    faults.add(error);
  }

  /** How many tokens were issued so far. */
  public synchronized int issued() {
    return issued;
  }

  /** The token as it was issued; empty if it was not issued here. */
  public Optional<IssuedToken> token(String text) {
    return Optional.ofNullable(tokens.get(text));
  }

  public boolean expired(IssuedToken token) {
    return !clock.instant().isBefore(token.expires());
  }

  /** Whether any application is registered with the tenant. */
  public boolean knows(String tenant) {
    return applications.values().stream().anyMatch(a -> a.tenant().equalsIgnoreCase(tenant));
  }

  /**
   * Answers a token request of the client credentials flow.
   *
   * @param form the request's parameters
   * @param endpoint the URL it was sent to
   * @param ownHost the simulator's own name, by whatever scheme and port it is called
   * @throws OAuthError if it gives no token
   */
  public Grant grant(String tenant, Map<String, String> form, String endpoint, String ownHost) {
    fault().ifPresent(AuthorizationServer::raise);
    if (!knows(tenant)) {
      throw new OAuthError(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found.");
    }
    if (!"client_credentials".equals(form.get("grant_type"))) {
      throw new OAuthError(
          400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
    }
    Application application = application(tenant, form.getOrDefault("client_id", ""));
    authenticate(application, form, endpoint);
    String audience = audience(form.getOrDefault("scope", ""), ownHost);
    Duration now = lifetime;
    return new Grant(issue(application, audience, now), now);
  }

  private synchronized Optional<OAuthError> fault() {
    return Optional.ofNullable(faults.poll());
  }

  private static void raise(OAuthError error) {
    throw error;
  }

  private Application application(String tenant, String clientId) {
    return Optional.ofNullable(applications.get(clientId))
        .filter(application -> application.tenant().equalsIgnoreCase(tenant))
        .orElseThrow(
            () ->
                new OAuthError(
                    400,
                    "unauthorized_client",
                    700016,
                    "Application with identifier '"
                        + clientId
                        + "' was not found in the directory '"
                        + tenant
                        + "'."));
  }

  private void authenticate(Application application, Map<String, String> form, String endpoint) {
    if (ASSERTION_TYPE.equals(form.get("client_assertion_type"))) {
      ClientAssertion assertion = ClientAssertion.parse(form.getOrDefault("client_assertion", ""));
      assertion.verify(application, endpoint, clock.instant());
      if (!assertions.add(application.clientId() + " " + assertion.id())) {
        throw new OAuthError(
            401, "invalid_client", 700030, "The client assertion was used before.");
      }
    } else if (!form.containsKey("client_secret")) {
      throw new OAuthError(
          401,
          "invalid_client",
          7000216,
          "'client_assertion', 'client_secret' or 'request' is required for the"
              + " 'client_credentials' grant type.");
    } else if (!application.secrets().contains(form.get("client_secret"))) {
      throw new OAuthError(
          401,
          "invalid_client",
          7000215,
          "Invalid client secret provided. Ensure the secret being sent in the request is the"
              + " client secret value, not the client secret ID.");
    }
  }

  /** Scopes of OpenID Connect may stand beside that of the resource. */
  private static String audience(String scopes, String ownHost) {
    String scope =
        Arrays.stream(scopes.split(" "))
            .filter(each -> !OPENID.contains(each))
            .collect(Collectors.joining(" "));
    Matcher form = SCOPE.matcher(scope);
    if (!form.matches()) {
      throw new OAuthError(
          400,
          "invalid_scope",
          1002012,
          "The provided value for scope "
              + scope
              + " is not valid. Client credential flows must have a scope value with /.default"
              + " suffixed to the resource identifier (application ID URI).");
    }
    String resource = form.group(1);
    boolean known =
        resource.equals(EXCHANGE_ONLINE)
            || isAt(resource, ownHost)
            || OTHER_RESOURCES.contains(resource);
    if (!known) {
      throw new OAuthError(
          400,
          "invalid_resource",
          500011,
          "The resource principal named " + resource + " was not found in the tenant.");
    }
    return resource;
  }

  /** Whether a resource is an address on that host. */
  public static boolean isAt(String resource, String host) {
    return host.equalsIgnoreCase(URI.create(resource).getHost());
  }

  private synchronized String issue(Application application, String audience, Duration good) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    tokens.put(
        text,
        new IssuedToken(
            application.clientId(), audience, application.roles(), clock.instant().plus(good)));
    issued++;
    return text;
  }
}
