package io.exchangesync.exchange.auth;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/** By what an application proves who it is; never shows a secret in {@code toString}. */
public sealed interface AppCredential {

  /** A client secret, sent to the authority. */
  record Secret(String value) implements AppCredential {
    public Secret {
      Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
      return "Secret";
    }
  }

  /**
   * A certificate: its private key signs each request and is never sent.
   *
   * @param chain the application's own certificate first
   */
  record Certificate(PrivateKey key, List<X509Certificate> chain) implements AppCredential {
    public Certificate {
      Objects.requireNonNull(key);
      chain = List.copyOf(chain);
    }

    @Override
    public String toString() {
      return "Certificate[" + chain.get(0).getSubjectX500Principal() + "]";
    }
  }
}
