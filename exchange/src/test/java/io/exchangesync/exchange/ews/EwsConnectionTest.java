package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection is only ever made in a way that keeps its secrets. */
class EwsConnectionTest {
  private static final SignIn.Basic BASIC = new SignIn.Basic("u", "p4ssw0rd");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mail.example.com/EWS/Exchange.asmx",
        "http://localhost:8090/EWS/Exchange.asmx",
        "http://127.0.0.1/EWS/Exchange.asmx",
        "http://[::1]:80/EWS/Exchange.asmx",
        "HTTPS://mail.example.com/"
      })
  void tlsOrThisComputerItself(String url) {
    assertThat(connect(url, BASIC).url()).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mail.example.com/EWS/Exchange.asmx",
        "http://localhost.example.com/",
        "http://127.0.0.1.example.com/",
        "http://10.0.0.1/",
        "ftp://localhost/",
        "https://user:secret@mail.example.com/",
        "mail.example.com"
      })
  void anythingElseIsRefused(String url) {
    assertThatThrownBy(() -> connect(url, BASIC)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://outlook.office365.com/EWS/Exchange.asmx",
        "https://OUTLOOK.office.com/EWS/Exchange.asmx",
        "https://outlook.office365.us/EWS/Exchange.asmx",
        "https://outlook-dod.office365.us/EWS/Exchange.asmx",
        "https://webmail.apps.mil.outlook-dod.office365.us/EWS/Exchange.asmx",
        "https://partner.outlook.cn/EWS/Exchange.asmx",
        "https://eur01.pod.outlook.com/EWS/Exchange.asmx"
      })
  void exchangeOnlineTakesNoPassword(String url) {
    assertThatThrownBy(() -> connect(url, BASIC))
        .hasMessageContaining("1 October 2022")
        .hasMessageContaining("OAuth");
    assertThat(connect(url, new SignIn.Bearer(() -> "t")).signIn().toString()).isEqualTo("Bearer");
  }

  @Test
  void secretsAreNeverShown() {
    assertThat(connect("https://mail.example.com/", BASIC).toString())
        .contains("user=u")
        .doesNotContain("p4ssw0rd");
    assertThat(new TrustStore.Pkcs12(Path.of("ca.p12"), "p4ssw0rd").toString())
        .doesNotContain("p4ssw0rd");
  }

  private static EwsConnection connect(String url, SignIn signIn) {
    return EwsConnection.of(URI.create(url), signIn, Access.IMPERSONATION);
  }
}
