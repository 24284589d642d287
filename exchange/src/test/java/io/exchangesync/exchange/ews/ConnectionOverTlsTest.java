package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.exchange.auth.AppCredential;
import io.exchangesync.exchange.auth.AppRegistration;
import io.exchangesync.exchange.auth.AppTokens;
import io.exchangesync.exchange.auth.Authorities;
import io.exchangesync.exchange.ews.ConnectionStep.Name;
import io.exchangesync.exchange.ews.ConnectionStep.Result;
import io.exchangesync.simulator.ExchangeSimulator;
import io.exchangesync.simulator.SimulatorConfig;
import io.exchangesync.simulator.oauth.Application;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and tokens of a connection that are wrong are named, with what to do. */
class ConnectionOverTlsTest {
  private static final String TENANT = "contoso.example";
  private static final String CLIENT = "client-1";
  private static final String ANNA = "anna@example.com";

  @TempDir static Path data;
  private static ExchangeSimulator simulator;

  @BeforeAll
  static void start() {
    simulator = ExchangeSimulator.start(SimulatorConfig.forTests().withData(data).withHttps(0));
    simulator.addMailbox(ANNA, "Anna", "owner");
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void everyStepOfAnApplicationIsOk() {
    simulator.oauth().register(Application.withSecret(TENANT, CLIENT, "s3cret"));
    assertThat(run("s3cret", TENANT))
        .as(run("s3cret", TENANT).toString())
        .extracting(ConnectionStep::result)
        .containsOnly(Result.OK);
  }

  @Test
  void anAuthorityOfCertificatesNobodyTrustsIsNamed() {
    assertFailed(
        new ConnectionTest(Clock.systemUTC())
            .run(
                EwsConnection.of(
                    simulator.httpsUrl().orElseThrow(), StubServer.BASIC, Access.IMPERSONATION),
                ANNA),
        Name.CERTIFICATE,
        "not trusted");
  }

  @Test
  void aCertificateForAnotherNameIsNamed() {
    URI url = simulator.httpsUrl().orElseThrow();
    URI other = URI.create("https://127.0.0.2:" + url.getPort() + url.getPath());
    try (ExchangeSimulator everywhere =
        ExchangeSimulator.start(
            new SimulatorConfig(
                "0.0.0.0",
                0,
                Optional.of(0),
                Optional.of(data.resolve("simulator.p12")),
                "changeit",
                Optional.empty(),
                java.util.Map.of()))) {
      URI there = URI.create(other.toString().replace(":" + url.getPort(), ":" + port(everywhere)));
      assertFailed(
          new ConnectionTest(Clock.systemUTC()).run(connection(there, StubServer.BASIC), ANNA),
          Name.CERTIFICATE,
          "does not name 127.0.0.2");
    }
  }

  @Test
  void eachWrongPartOfAnApplicationFailsTheToken() {
    simulator.oauth().register(Application.withSecret(TENANT, CLIENT, "s3cret"));
    assertFailed(run("wrong", TENANT), Name.TOKEN, "client secret is wrong");
    assertFailed(run("s3cret", "lost.example"), Name.TOKEN, "does not know the tenant");
  }

  @Test
  void anApplicationWithoutTheRoleFailsTheSignIn() {
    simulator
        .oauth()
        .register(Application.withSecret(TENANT, CLIENT, "s3cret").withRoles(Set.of("Mail.Read")));
    assertFailed(run("s3cret", TENANT), Name.SIGN_IN, "full_access_as_app");
  }

  private static List<ConnectionStep> run(String secret, String tenant) {
    URI url = simulator.httpsUrl().orElseThrow();
    AppRegistration app =
        new AppRegistration(
            simulator.authority(tenant),
            CLIENT,
            new AppCredential.Secret(secret),
            AppRegistration.scopeOf(url));
    SignIn signIn =
        new SignIn.Bearer(
            new AppTokens(
                app, Authorities.trusting(url.getAuthority()), trust(), Clock.systemUTC()));
    return new ConnectionTest(Clock.systemUTC()).run(connection(url, signIn), ANNA);
  }

  private static EwsConnection connection(URI url, SignIn signIn) {
    return new EwsConnection(url, signIn, Access.IMPERSONATION, 20, Duration.ofSeconds(5), trust());
  }

  private static Optional<TrustStore> trust() {
    return Optional.of(new TrustStore.Pkcs12(data.resolve("simulator.p12"), "changeit"));
  }

  private static int port(ExchangeSimulator of) {
    return of.httpsUrl().orElseThrow().getPort();
  }

  private static void assertFailed(List<ConnectionStep> steps, Name name, String said) {
    assertThat(steps)
        .as(steps.toString())
        .filteredOn(step -> step.result() == Result.FAILED)
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.name()).isEqualTo(name);
              assertThat(step.text() + " " + step.remedy()).contains(said);
              assertThat(step.remedy()).isNotBlank();
            });
  }
}
