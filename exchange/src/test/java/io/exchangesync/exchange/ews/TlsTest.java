package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.ews.ConnectionStep.Result;
import io.exchangesync.simulator.ExchangeSimulator;
import io.exchangesync.simulator.SimulatorConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a server with a trusted certificate for its own name is told the password. */
class TlsTest {
  private static final Mailbox MAILBOX = StubServer.mailbox();
  private static final SignIn OWNER = new SignIn.Basic(MAILBOX.address(), "owner");

  @TempDir static Path data;
  private static ExchangeSimulator simulator;

  @BeforeAll
  static void startOnEveryLoopbackAddress() {
    SimulatorConfig plain = SimulatorConfig.forTests().withData(data).withHttps(0);
    simulator =
        ExchangeSimulator.start(
            new SimulatorConfig(
                "0.0.0.0",
                plain.port(),
                plain.httpsPort(),
                plain.keyStore(),
                plain.keyStorePassword(),
                plain.data(),
                plain.tokens()));
    simulator.addMailbox(MAILBOX.address(), "Anna", "owner");
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void aPrivateAuthorityInTheTrustStoreIsTrusted() {
    assertThatCode(() -> probe("localhost", trusted())).doesNotThrowAnyException();
  }

  @Test
  void anUnknownAuthorityIsFatalAndSaysWhatToCheck() {
    long before = simulator.stats().requests();
    assertThatThrownBy(() -> probe("localhost", Optional.empty()))
        .isInstanceOf(SyncException.MailboxFatal.class)
        .hasMessageContaining("trust store");
    assertThat(simulator.stats().requests()).isEqualTo(before);
  }

  @Test
  void aCertificateOfAnotherHostIsFatal() {
    assertThatThrownBy(() -> probe("127.0.0.2", trusted()))
        .isInstanceOf(SyncException.MailboxFatal.class)
        .hasMessageContaining("host name");
  }

  @Test
  void aTrustStoreThatCanNotBeReadIsFatal() {
    TrustStore missing = new TrustStore.Pkcs12(data.resolve("missing.p12"), "changeit");
    assertThatThrownBy(() -> probe("localhost", Optional.of(missing)))
        .isInstanceOf(SyncException.MailboxFatal.class)
        .hasMessageContaining("missing.p12");
  }

  @Test
  void theConnectionTestNamesTheCertificate() {
    assertThat(
            new ConnectionTest(Clock.systemUTC())
                .run(connection("localhost", Optional.empty()), MAILBOX.address()))
        .filteredOn(step -> step.result() == Result.FAILED)
        .singleElement()
        .satisfies(step -> assertThat(step.remedy()).contains("certificate"));
  }

  private Optional<TrustStore> trusted() {
    return Optional.of(new TrustStore.Pkcs12(data.resolve("simulator.p12"), "changeit"));
  }

  private EwsConnection connection(String host, Optional<TrustStore> trust) {
    String url = simulator.httpsUrl().orElseThrow().toString().replace("localhost", host);
    return new EwsConnection(
        URI.create(url), OWNER, Access.OWN_MAILBOX, 50, Duration.ofSeconds(5), trust);
  }

  private void probe(String host, Optional<TrustStore> trust) {
    EwsConnections connections = EwsConnections.single(connection(host, trust), StubServer.ZONE);
    try (EwsMailboxGateway gateway = new EwsMailboxGateway(connections, () -> "inst-1");
        MailboxSession session = gateway.open(MAILBOX)) {
      session.probe();
    }
  }
}
