package io.exchangesync.exchange.auth;

import io.exchangesync.simulator.http.Tls;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/** A key with its self-signed certificate, as an administrator has them: in PEM. */
record TestCertificate(X509Certificate certificate, String certificatePem, String keyPem) {

  static TestCertificate in(Path folder) throws Exception {
    Files.createDirectories(folder);
    Tls.context(Optional.empty(), folder, "changeit", "localhost");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(Tls.MADE_KEY_STORE))) {
      store.load(in, "changeit".toCharArray());
    }
    X509Certificate certificate = (X509Certificate) store.getCertificate("simulator");
    return new TestCertificate(
        certificate,
        pem("CERTIFICATE", certificate.getEncoded()),
        pem("PRIVATE KEY", store.getKey("simulator", "changeit".toCharArray()).getEncoded()));
  }

  private static String pem(String what, byte[] encoded) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN "
        + what
        + "-----\n"
        + lines.encodeToString(encoded)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
