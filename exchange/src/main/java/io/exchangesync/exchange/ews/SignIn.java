package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.SyncException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** How a connection signs in; never shows a secret in {@code toString}. */
public sealed interface SignIn {

  /** User name and password, sent with every request; allowed over TLS and to loopback only. */
  record Basic(String user, String password) implements SignIn {
    public Basic {
      Objects.requireNonNull(user);
      Objects.requireNonNull(password);
    }

    /** The header {@code Authorization} of a request (RFC 7617), in UTF-8. */
    public String authorization() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
      return "Basic[user=" + user + "]";
    }
  }

  /** An OAuth 2.0 access token, asked for before every request. */
  record Bearer(TokenSupplier tokens) implements SignIn {
    public Bearer {
      Objects.requireNonNull(tokens);
    }

    @Override
    public String toString() {
      return "Bearer";
    }
  }

  /** Where valid access tokens come from; thread-safe, renews before expiry. */
  interface TokenSupplier {

    /**
     * A token that is valid now.
     *
     * @throws SyncException.NeedsConsent if somebody has to sign in or consent again
     * @throws SyncException.Retriable if the token endpoint can't be reached now
     */
    String token();

    /**
     * Says that Exchange refused a token although it should have been good.
     *
     * @return whether {@link #token} gives another one now
     */
    default boolean replace(String refused) {
      return false;
    }

    /** The client id of the application that the tokens are for; empty if it is not known. */
    default Optional<String> clientId() {
      return Optional.empty();
    }
  }
}
