package io.exchangesync.simulator;

import io.exchangesync.simulator.http.Tls;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** A private key with its self-signed certificate. */
record KeyPairs(PrivateKey key, X509Certificate certificate) {

  static KeyPairs make(Path folder) throws Exception {
    Files.createDirectories(folder);
    Tls.context(Optional.empty(), folder, "changeit", "localhost");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(Tls.MADE_KEY_STORE))) {
      store.load(in, "changeit".toCharArray());
    }
    return new KeyPairs(
        (PrivateKey) store.getKey("simulator", "changeit".toCharArray()),
        (X509Certificate) store.getCertificate("simulator"));
  }
}
