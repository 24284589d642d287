package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.SyncException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.http.ssl.SSLContexts;

/** Certificates of private authorities that a connection trusts. */
public sealed interface TrustStore {

  /**
   * TLS that trusts them.
   *
   * @throws SyncException.MailboxFatal if they can't be read
   */
  SSLContext context();

  /**
   * Used instead of the authorities of the JDK.
   *
   * @param file a PKCS12 file
   */
  record Pkcs12(Path file, String password) implements TrustStore {
    public Pkcs12 {
      Objects.requireNonNull(file);
      Objects.requireNonNull(password);
    }

    @Override
    public SSLContext context() {
      try (InputStream in = Files.newInputStream(file)) {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(in, password.toCharArray());
        return SSLContexts.custom().loadTrustMaterial(keys, null).build();
      } catch (IOException | GeneralSecurityException e) {
        throw new SyncException.MailboxFatal(
            "The trust store " + file + " can't be read: check the file and its password", e);
      }
    }

    @Override
    public String toString() {
      return "TrustStore[file=" + file + "]";
    }
  }

  /**
   * Used beside the authorities of the JDK.
   *
   * @param certificates one or more in PEM
   */
  record Pem(String certificates) implements TrustStore {

    /**
     * @throws IllegalArgumentException if there is no certificate in it
     */
    public Pem {
      if (read(certificates).isEmpty()) {
        throw new IllegalArgumentException("There is no certificate in PEM in this text");
      }
    }

    @Override
    public SSLContext context() {
      try {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        int n = 0;
        for (Certificate each : read(certificates)) {
          keys.setCertificateEntry("own-" + n++, each);
        }
        for (Certificate each : ofTheJdk()) {
          keys.setCertificateEntry("jdk-" + n++, each);
        }
        return SSLContexts.custom().loadTrustMaterial(keys, null).build();
      } catch (IOException | GeneralSecurityException e) {
        throw new SyncException.MailboxFatal("The trusted certificates can't be read", e);
      }
    }

    private static Collection<? extends Certificate> read(String pem) {
      try {
        return CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("That is no certificate in PEM", e);
      }
    }

    private static Collection<Certificate> ofTheJdk() throws GeneralSecurityException {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .flatMap(manager -> Arrays.<Certificate>stream(manager.getAcceptedIssuers()))
          .toList();
    }

    @Override
    public String toString() {
      return "TrustStore[PEM]";
    }
  }
}
