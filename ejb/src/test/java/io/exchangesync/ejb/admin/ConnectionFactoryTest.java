package io.exchangesync.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be a connection is refused with the property that is wrong. */
class ConnectionFactoryTest {
  private final ConnectionFactory factory = new ConnectionFactory();

  @ParameterizedTest
  @ValueSource(strings = {"https://ex_change.example.com/EWS", "https:///EWS", "mailto:ews", "EWS"})
  void aUrlWithoutAHostIsToldSoWhateverTheSignIn(String url) {
    assertRefused(url, ConnectionView.SignInKind.CLIENT_SECRET);
    assertRefused(url, ConnectionView.SignInKind.BASIC);
  }

  @ParameterizedTest
  @EnumSource(names = {"BASIC", "CLIENT_SECRET"})
  void plainHttpToAnotherComputerIsRefused(ConnectionView.SignInKind signIn) {
    assertRefused("http://mail.example.com/EWS/Exchange.asmx", signIn);
  }

  private void assertRefused(String url, ConnectionView.SignInKind signIn) {
    Map<String, String> settings =
        Map.of(
            ConnectionSettings.URL,
            url,
            ConnectionSettings.SIGN_IN,
            signIn.name(),
            ConnectionSettings.USER,
            "svc",
            ConnectionSettings.AUTHORITY,
            "https://login.microsoftonline.com/contoso.com",
            ConnectionSettings.CLIENT_ID,
            "7f0c2a4e-1111-4222-8333-944445555666");
    assertThatThrownBy(() -> factory.connection(settings, "hush"))
        .isInstanceOfSatisfying(
            AdminException.Rejected.class, e -> assertThat(e.field()).isEqualTo("url"));
  }
}
