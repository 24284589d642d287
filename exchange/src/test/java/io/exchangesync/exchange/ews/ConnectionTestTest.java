package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.exchange.ews.ConnectionStep.Name;
import io.exchangesync.exchange.ews.ConnectionStep.Result;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The administrator is told which step fails, and what to do about it. */
class ConnectionTestTest {
  private final SimulatorFixture fixture = SimulatorFixture.basic(Access.IMPERSONATION);
  private final Mailbox mailbox = fixture.newMailbox();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void everyStepOfAGoodConnectionIsOk() {
    List<ConnectionStep> steps = run(Clock.systemUTC(), service(), mailbox.address());
    assertThat(steps).extracting(ConnectionStep::name).containsExactly(Name.values());
    assertThat(steps).extracting(ConnectionStep::result).containsOnly(Result.OK);
    assertThat(step(steps, Name.SERVER_VERSION).text()).startsWith("Exchange 1");
  }

  @Test
  void aWrongPasswordFailsTheSignIn() {
    assertFailed(
        run(
            Clock.systemUTC(),
            connection(new SignIn.Basic(SimulatorFixture.SERVICE, "wr0ng"), Access.IMPERSONATION),
            mailbox.address()),
        Name.SIGN_IN,
        "password");
  }

  @Test
  void anUnknownMailboxFailsTheAccess() {
    assertFailed(
        run(Clock.systemUTC(), service(), "nobody@example.com"), Name.MAILBOX_ACCESS, "address");
  }

  @Test
  void impersonationWithoutTheRoleFailsTheAccess() {
    SignIn noRole = new SignIn.Basic("deputy@example.com", SimulatorFixture.PASSWORD);
    assertFailed(
        run(Clock.systemUTC(), connection(noRole, Access.IMPERSONATION), mailbox.address()),
        Name.MAILBOX_ACCESS,
        "ApplicationImpersonation");
  }

  @Test
  void aDelegateWithoutRightsFailsAtTheMailboxOrItsCalendar() {
    SignIn deputy = new SignIn.Basic("deputy@example.com", SimulatorFixture.PASSWORD);
    List<ConnectionStep> steps =
        run(Clock.systemUTC(), connection(deputy, Access.DELEGATION), mailbox.address());
    assertThat(step(steps, Name.SIGN_IN).result()).isEqualTo(Result.OK);
    assertThat(steps).extracting(ConnectionStep::result).contains(Result.FAILED);
    assertThat(step(steps, Name.SERVER_VERSION).result()).isEqualTo(Result.SKIPPED);
  }

  @Test
  void clocksThatDifferAreNamedAndTheRestGoesOn() {
    Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20));
    List<ConnectionStep> steps = run(wrong, service(), mailbox.address());
    assertThat(step(steps, Name.CLOCK).result()).isEqualTo(Result.FAILED);
    assertThat(step(steps, Name.CLOCK).remedy()).contains("time server");
    assertThat(step(steps, Name.SERVER_VERSION).result()).isEqualTo(Result.OK);
  }

  @Test
  void nobodyListeningFailsThePort() {
    URI url = fixture.simulator().url();
    fixture.simulator().close();
    assertFailed(
        run(
            Clock.systemUTC(),
            EwsConnection.of(url, StubServer.BASIC, Access.IMPERSONATION),
            mailbox.address()),
        Name.PORT_OPEN,
        "firewall");
  }

  @Test
  void aUrlWithoutEwsIsToldSo() {
    try (StubServer server = new StubServer()) {
      server.then(StubServer.status(404, Map.of()));
      assertFailed(
          run(
              Clock.systemUTC(),
              server.connection(StubServer.BASIC, Access.IMPERSONATION),
              mailbox.address()),
          Name.URL_REACHABLE,
          "EWS URL");
    }
  }

  @Test
  void aHostNobodyKnowsFailsTheName() {
    assertFailed(
        run(
            Clock.systemUTC(),
            EwsConnection.of(
                URI.create("https://mail.nowhere.invalid/EWS/Exchange.asmx"),
                StubServer.BASIC,
                Access.IMPERSONATION),
            mailbox.address()),
        Name.NAME_KNOWN,
        "DNS");
  }

  @Test
  void aPortThatSpeaksNoTlsFailsTheCertificate() {
    try (StubServer server = new StubServer()) {
      URI secure = URI.create(server.url().toString().replace("http://", "https://"));
      assertFailed(
          run(
              Clock.systemUTC(),
              EwsConnection.of(secure, StubServer.BASIC, Access.IMPERSONATION),
              mailbox.address()),
          Name.CERTIFICATE,
          "TLS 1.2");
    }
  }

  @Test
  void anOrganizationThatDoesNotAllowEwsIsToldSo() {
    try (StubServer server = new StubServer()) {
      server.then(StubServer.status(401, Map.of())).then(StubServer.status(403, Map.of()));
      assertFailed(
          run(
              Clock.systemUTC(),
              server.connection(StubServer.BASIC, Access.IMPERSONATION),
              mailbox.address()),
          Name.SIGN_IN,
          "EwsEnabled");
    }
  }

  @Test
  void missingRightsAreMendedByLinesForTheShell() {
    SignIn noRole = new SignIn.Basic("deputy@example.com", SimulatorFixture.PASSWORD);
    assertThat(
            step(
                    run(
                        Clock.systemUTC(),
                        connection(noRole, Access.IMPERSONATION),
                        mailbox.address()),
                    Name.MAILBOX_ACCESS)
                .shell())
        .anyMatch(
            line ->
                line.startsWith("New-ManagementRoleAssignment")
                    && line.contains("-Role ApplicationImpersonation")
                    && line.contains("-User 'deputy@example.com'"))
        .anyMatch(
            line ->
                line.startsWith("New-ManagementScope")
                    && line.contains("'PrimarySmtpAddress -eq ''" + mailbox.address() + "'''"));
  }

  private static ConnectionStep step(List<ConnectionStep> steps, Name name) {
    return steps.stream().filter(step -> step.name() == name).findFirst().orElseThrow();
  }

  private EwsConnection service() {
    return connection(
        new SignIn.Basic(SimulatorFixture.SERVICE, SimulatorFixture.PASSWORD),
        Access.IMPERSONATION);
  }

  private EwsConnection connection(SignIn signIn, Access access) {
    return EwsConnection.of(fixture.simulator().url(), signIn, access);
  }

  private static List<ConnectionStep> run(Clock clock, EwsConnection connection, String address) {
    return new ConnectionTest(clock).run(connection, address);
  }

  private static void assertFailed(List<ConnectionStep> steps, Name name, String remedy) {
    assertThat(steps)
        .filteredOn(step -> step.result() == Result.FAILED)
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.name()).isEqualTo(name);
              assertThat(step.text() + step.remedy()).contains(remedy);
            });
    assertThat(steps)
        .filteredOn(step -> step.name().ordinal() > name.ordinal())
        .filteredOn(step -> step.name() != Name.CLOCK)
        .extracting(ConnectionStep::result)
        .containsOnly(Result.SKIPPED);
  }
}
