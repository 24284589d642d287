package io.exchangesync.exchange.auth;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a certificate with its private key from one text in PEM. */
public final class PemCertificate {
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----");
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final int LEAST_BITS = 2048;

  private PemCertificate() {}

  /**
   * The credential in a text that holds the application's certificate first, and its RSA key as
   * PKCS#8 without a password.
   *
   * @throws IllegalArgumentException with a text for the administrator
   */
  public static AppCredential.Certificate read(String pem, Instant now) {
    List<X509Certificate> chain = chain(pem);
    PrivateKey key = key(pem);
    X509Certificate own = chain.get(0);
    if (!(key instanceof RSAPrivateCrtKey rsa)
        || !(own.getPublicKey() instanceof RSAPublicKey shown)
        || !rsa.getModulus().equals(shown.getModulus())) {
      throw new IllegalArgumentException(
          "The private key does not belong to the first certificate of the text");
    }
    if (rsa.getModulus().bitLength() < LEAST_BITS) {
      throw new IllegalArgumentException("The private key needs 2048 bits at least");
    }
    if (own.getNotAfter().toInstant().isBefore(now)) {
      throw new IllegalArgumentException(
          "The certificate ended on " + own.getNotAfter().toInstant() + ": make a new one");
    }
    return new AppCredential.Certificate(key, chain);
  }

  private static List<X509Certificate> chain(String pem) {
    List<X509Certificate> chain = new ArrayList<>();
    Matcher found = CERTIFICATE.matcher(pem);
    try {
      while (found.find()) {
        chain.add(
            (X509Certificate)
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                        new ByteArrayInputStream(
                            found.group().getBytes(StandardCharsets.US_ASCII))));
      }
    } catch (CertificateException e) {
      throw new IllegalArgumentException("The certificate can't be read", e);
    }
    if (chain.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no certificate in the text (-----BEGIN CERTIFICATE-----)");
    }
    return chain;
  }

  private static PrivateKey key(String pem) {
    Matcher found = KEY.matcher(pem);
    if (!found.find()) {
      throw new IllegalArgumentException(
          "There is no private key in the text (-----BEGIN PRIVATE KEY-----); write one with"
              + " another head as PKCS#8 without a password: openssl pkcs8 -topk8 -nocrypt");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(found.group(1));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new IllegalArgumentException("The private key can't be read; an RSA key is needed");
    }
  }
}
