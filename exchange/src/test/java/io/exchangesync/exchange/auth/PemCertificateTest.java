package io.exchangesync.exchange.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that could not sign in is refused when it is entered, with the reason. */
class PemCertificateTest {
  @TempDir static Path folder;
  private static TestCertificate one;
  private static TestCertificate two;

  @BeforeAll
  static void make() throws Exception {
    one = TestCertificate.in(folder.resolve("one"));
    two = TestCertificate.in(folder.resolve("two"));
  }

  @Test
  void keyAndCertificateInAnyOrder() {
    assertThat(read(one.keyPem() + one.certificatePem()).chain())
        .containsExactly(one.certificate());
    assertThat(read(one.certificatePem() + one.keyPem()).toString())
        .contains("CN=localhost")
        .doesNotContain("PRIVATE");
  }

  @Test
  void eachWrongTextHasItsReason() {
    assertWrong("nonsense", "no certificate");
    assertWrong(one.certificatePem(), "no private key");
    assertWrong(
        one.certificatePem() + one.keyPem().replace("PRIVATE", "ENCRYPTED PRIVATE"), "pkcs8");
    assertWrong(one.certificatePem() + two.keyPem(), "does not belong");
    assertWrong(
        one.certificatePem() + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "RSA");
  }

  @Test
  void aCertificateThatEndedIsRefused() {
    Instant later = one.certificate().getNotAfter().toInstant().plus(Duration.ofDays(1));
    assertThatThrownBy(() -> PemCertificate.read(one.certificatePem() + one.keyPem(), later))
        .hasMessageContaining("ended on");
  }

  private static AppCredential.Certificate read(String pem) {
    return PemCertificate.read(pem, Instant.now());
  }

  private static void assertWrong(String pem, String why) {
    assertThatThrownBy(() -> read(pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
