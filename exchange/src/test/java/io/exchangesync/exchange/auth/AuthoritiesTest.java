package io.exchangesync.exchange.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is shown to Microsoft's authorities and to those the server names, to nobody else. */
class AuthoritiesTest {
  private final Authorities authorities = Authorities.trusting("adfs.example.com, localhost:8443");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/contoso.com",
        "https://LOGIN.microsoftonline.com:443/contoso.com/",
        "https://login.microsoftonline.us/11111111-2222-3333-4444-555555555555",
        "https://login.partner.microsoftonline.cn/contoso.cn",
        "https://adfs.example.com/adfs",
        "https://localhost:8443/contoso.example"
      })
  void used(String authority) {
    assertThat(authorities.checked(URI.create(authority))).isEqualTo(URI.create(authority));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com",
        "https://login.microsoftonline.com/common",
        "https://login.microsoftonline.com/Organizations/",
        "https://login.microsoftonline.com/a/b",
        "https://login.microsoftonline.com/contoso.com?x=y",
        "https://user@login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com.example.com/contoso.com",
        "https://login.microsoftonline.com:444/contoso.com",
        "https://login.example.com/contoso.com",
        "https://localhost/contoso.example",
        "https://localhost:8444/contoso.example",
        "login.microsoftonline.com/contoso.com"
      })
  void refused(String authority) {
    assertThatThrownBy(() -> authorities.checked(URI.create(authority)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
