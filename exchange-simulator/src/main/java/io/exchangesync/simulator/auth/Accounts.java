package io.exchangesync.simulator.auth;

import io.exchangesync.simulator.oauth.Application;
import io.exchangesync.simulator.oauth.AuthorizationServer;
import io.exchangesync.simulator.oauth.IssuedToken;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxInfo.Role;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks the Authorization header: Basic with a mailbox's password (address, alias or DOMAIN\alias
 * as user name), one of the accepted bearer tokens, whose application may impersonate, or a token
 * of the authorization server, whose application may if it has the role full_access_as_app.
 */
public final class Accounts {
  private final Store store;
  private final AuthorizationServer oauth;
  private final Map<String, String> applicationsByToken = new ConcurrentHashMap<>();

  public Accounts(Store store, AuthorizationServer oauth) {
    this.store = store;
    this.oauth = oauth;
  }

  public void acceptToken(String token, String application) {
    applicationsByToken.put(token, application);
  }

  /**
   * The caller, or nothing when the header is missing or wrong: an answer 401.
   *
   * @param host the name by which the simulator was called
   */
  public Optional<Caller> authenticate(Optional<String> authorization, String host) {
    String header = authorization.orElse("");
    if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return basic(header.substring(6).strip());
    }
    if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      String token = header.substring(7).strip();
      return Optional.ofNullable(applicationsByToken.get(token))
          .or(() -> issued(token, host))
          .map(app -> new Caller(app, Optional.empty(), Set.of(Role.IMPERSONATION)));
    }
    return Optional.empty();
  }

  /** What the header x-ms-diagnostics says of a token that is refused. */
  public Optional<String> diagnosis(Optional<String> authorization, String host) {
    String header = authorization.orElse("");
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.empty();
    }
    Optional<IssuedToken> token = oauth.token(header.substring(7).strip());
    if (token.isEmpty()) {
      return Optional.of(
          "2000001;reason=\"The token is not valid.\";error_category=\"invalid_token\"");
    }
    if (oauth.expired(token.get())) {
      return Optional.of(
          "2000001;reason=\"The token has expired.\";error_category=\"token_expired\"");
    }
    if (!isFor(token.get(), host)) {
      return Optional.of(
          "2000003;reason=\"The audience claim value is invalid.\";"
              + "error_category=\"invalid_resource\"");
    }
    return Optional.of(
        "2000008;reason=\"The token contains no permissions, or permissions can not be understood.\";"
            + "error_category=\"invalid_grant\"");
  }

  private Optional<String> issued(String text, String host) {
    return oauth
        .token(text)
        .filter(token -> !oauth.expired(token) && isFor(token, host))
        .filter(token -> token.roles().contains(Application.FULL_ACCESS))
        .map(IssuedToken::clientId);
  }

  private static boolean isFor(IssuedToken token, String host) {
    return token.audience().equals(AuthorizationServer.EXCHANGE_ONLINE)
        || AuthorizationServer.isAt(token.audience(), host);
  }

  private Optional<Caller> basic(String encoded) {
    String decoded;
    try {
      decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = decoded.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String password = decoded.substring(colon + 1);
    return account(decoded.substring(0, colon))
        .filter(mailbox -> same(mailbox.info().password(), password))
        .map(Accounts::caller);
  }

  private Optional<MailboxStore> account(String user) {
    if (user.contains("@")) {
      return store.mailbox(user);
    }
    String alias = user.substring(user.indexOf('\\') + 1).toLowerCase(Locale.ROOT);
    return store.mailboxes().stream()
        .filter(mailbox -> mailbox.info().smtp().startsWith(alias + "@"))
        .findFirst();
  }

  private static Caller caller(MailboxStore mailbox) {
    MailboxInfo info = mailbox.info();
    return new Caller(info.smtp(), Optional.of(mailbox), info.roles());
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
