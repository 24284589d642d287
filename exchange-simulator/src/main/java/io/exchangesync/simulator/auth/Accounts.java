package io.exchangesync.simulator.auth;

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
 * as user name), or one of the accepted bearer tokens, whose application may impersonate.
 */
public final class Accounts {
  private final Store store;
  private final Map<String, String> applicationsByToken = new ConcurrentHashMap<>();

  public Accounts(Store store) {
    this.store = store;
  }

  public void acceptToken(String token, String application) {
    applicationsByToken.put(token, application);
  }

  /** The caller, or nothing when the header is missing or wrong: an answer 401. */
  public Optional<Caller> authenticate(Optional<String> authorization) {
    String header = authorization.orElse("");
    if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return basic(header.substring(6).strip());
    }
    if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.ofNullable(applicationsByToken.get(header.substring(7).strip()))
          .map(app -> new Caller(app, Optional.empty(), Set.of(Role.IMPERSONATION)));
    }
    return Optional.empty();
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
