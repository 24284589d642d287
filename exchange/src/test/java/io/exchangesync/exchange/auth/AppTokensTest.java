package io.exchangesync.exchange.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.ews.Access;
import io.exchangesync.exchange.ews.EwsConnection;
import io.exchangesync.exchange.ews.EwsConnections;
import io.exchangesync.exchange.ews.EwsMailboxGateway;
import io.exchangesync.exchange.ews.SignIn;
import io.exchangesync.exchange.ews.TokenRefusal;
import io.exchangesync.exchange.ews.TrustStore;
import io.exchangesync.simulator.ExchangeSimulator;
import io.exchangesync.simulator.SimulatorConfig;
import io.exchangesync.simulator.oauth.Application;
import io.exchangesync.simulator.oauth.OAuthError;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens are had by secret and by certificate, renewed in time, and lose or repeat nothing. */
class AppTokensTest {
  private static final String TENANT = "contoso.example";
  private static final Mailbox MAILBOX =
      new Mailbox(
          1,
          1,
          "anna@example.com",
          Mailbox.BackEnd.EWS,
          Set.of(Kind.APPOINTMENT),
          0,
          Mailbox.State.ACTIVE,
          Optional.empty(),
          Instant.EPOCH);

  @TempDir static Path folder;
  private static ExchangeSimulator simulator;
  private static TestCertificate server;
  private static TestCertificate own;

  private final String client = UUID.randomUUID().toString();
  private Instant now = Instant.now();

  /** What another worker does once, while the time is looked at. */
  private Runnable meanwhile = () -> {};

  @BeforeAll
  static void start() throws Exception {
    server = TestCertificate.in(folder.resolve("server"));
    own = TestCertificate.in(folder.resolve("client"));
    simulator =
        ExchangeSimulator.start(
            SimulatorConfig.forTests().withData(folder.resolve("server")).withHttps(0));
    simulator.addMailbox(MAILBOX.address(), "Anna", "owner");
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void aSecretSignsIn() {
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    session(tokens("s3cret")).probe();
  }

  @Test
  void aCertificateSignsIn() {
    simulator.oauth().register(Application.withCertificate(TENANT, client, own.certificate()));
    AppTokens tokens = tokens(PemCertificate.read(own.certificatePem() + own.keyPem(), now));
    session(tokens).probe();
    tokens.replace(tokens.token());
    session(tokens).probe();
  }

  @Test
  void aTokenServesManyCallsAndIsRenewedBeforeItExpires() {
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    AppTokens tokens = tokens("s3cret");
    int before = simulator.oauth().issued();
    String first = tokens.token();
    now = now.plus(Duration.ofMinutes(54));
    assertThat(tokens.token()).isEqualTo(first);
    assertThat(simulator.oauth().issued()).isEqualTo(before + 1);
    now = now.plus(Duration.ofMinutes(2));
    assertThat(tokens.token()).isNotEqualTo(first);
    assertThat(simulator.oauth().issued()).isEqualTo(before + 2);
  }

  @Test
  void manyWorkersShareOneTokenAndOneRenewal() throws Exception {
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    AppTokens tokens = tokens("s3cret");
    int before = simulator.oauth().issued();
    assertThat(askedAtOnce(tokens)).hasSize(1);
    assertThat(simulator.oauth().issued()).isEqualTo(before + 1);
    now = now.plus(Duration.ofMinutes(56));
    assertThat(askedAtOnce(tokens).size()).isLessThanOrEqualTo(2);
    assertThat(simulator.oauth().issued()).isEqualTo(before + 2);
  }

  /** The different tokens that eight workers get at the same moment. */
  private static Set<String> askedAtOnce(AppTokens tokens) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(8);
    Callable<String> ask = tokens::token;
    try {
      Set<String> got = new HashSet<>();
      for (Future<String> each : workers.invokeAll(Collections.nCopies(8, ask))) {
        got.add(each.get());
      }
      return got;
    } finally {
      workers.shutdown();
    }
  }

  @Test
  void aRenewalThatFailsWhileTheTokenIsGoodFailsNobody() {
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    AppTokens tokens = tokens("s3cret");
    String first = tokens.token();
    now = now.plus(Duration.ofMinutes(56));
    simulator.oauth().failNext(new OAuthError(429, "busy", 90055, "slow", OptionalInt.of(60)));
    assertThat(tokens.token()).isEqualTo(first);
    now = now.plus(Duration.ofMinutes(5));
    simulator.oauth().failNext(new OAuthError(429, "busy", 90055, "slow", OptionalInt.of(60)));
    assertThatThrownBy(tokens::token).isInstanceOf(SyncException.Retriable.class);
  }

  @Test
  void aTokenThatIsRefusedWhileItIsRenewedDoesNotComeBack() {
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    AppTokens tokens = tokens("s3cret");
    String first = tokens.token();
    now = now.plus(Duration.ofMinutes(56));
    simulator.oauth().failNext(new OAuthError(429, "busy", 90055, "slow", OptionalInt.of(60)));
    meanwhile = () -> tokens.replace(first);
    assertThatThrownBy(tokens::token).isInstanceOf(SyncException.Retriable.class);
  }

  @Test
  void aTokenIsNotGivenAwayAfterItsEndBecauseItsRenewalFailed() {
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    AppTokens tokens = tokens("s3cret");
    String first = tokens.token();
    now = now.plus(Duration.ofMinutes(60)).minusSeconds(20);
    simulator.oauth().failNext(new OAuthError(429, "busy", 90055, "slow", OptionalInt.of(60)));
    assertThat(tokens.token()).isEqualTo(first);
    now = now.plusSeconds(27);
    simulator.oauth().failNext(new OAuthError(429, "busy", 90055, "slow", OptionalInt.of(60)));
    assertThatThrownBy(tokens::token).isInstanceOf(SyncException.Retriable.class);
  }

  @Test
  void tokensThatEndInTheMiddleOfARunLoseAndRepeatNothing() {
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    AppTokens tokens = tokens("s3cret");
    List<String> written = new ArrayList<>();
    try (MailboxSession session = session(tokens)) {
      for (int i = 0; i < 6; i++) {
        simulator.oauth().expireAll();
        String subject = "run " + i;
        assertThat(session.apply(List.of(create(subject))).get(0).result()).isPresent();
        written.add(subject);
        simulator.oauth().expireAll();
        assertThat(subjects(session)).containsExactlyInAnyOrderElementsOf(written);
      }
    }
  }

  @Test
  void aRefusalIsNotRepeatedForEver() {
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    AppTokens tokens = tokens("s3cret");
    simulator.oauth().lifetime(Duration.ofSeconds(-1));
    int before = simulator.oauth().issued();
    try {
      assertThatThrownBy(session(tokens)::probe).isInstanceOf(SyncException.NeedsConsent.class);
      assertThat(simulator.oauth().issued()).isLessThanOrEqualTo(before + 2);
    } finally {
      simulator.oauth().lifetime(Duration.ofMinutes(60));
    }
  }

  @Test
  void aSecretThatWasChangedInTheTenantIsAWordToTheAdministrator() {
    simulator.oauth().register(Application.withSecret(TENANT, client, "new"));
    assertRefused(tokens("old"), "client secret is wrong", "not its id");
    assertThat(catchThrowableOfType(SyncException.class, tokens("0ld-Secret")::token).toString())
        .doesNotContain("0ld-Secret");
  }

  @Test
  void wrongInputsAreToldApart() {
    assertRefused(tokens("s3cret"), "no application with this client id", "client");
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    AppRegistration lost =
        new AppRegistration(
            simulator.authority("lost.example"),
            client,
            new AppCredential.Secret("s3cret"),
            AppRegistration.scopeOf(simulator.url()));
    assertRefused(tokens(lost), "does not know the tenant", "domain name");
    AppRegistration elsewhere =
        new AppRegistration(
            simulator.authority(TENANT),
            client,
            new AppCredential.Secret("s3cret"),
            "https://elsewhere.example/.default");
    assertRefused(tokens(elsewhere), "does not know Exchange", "outlook.office365.com");
    assertRefused(
        tokens(PemCertificate.read(own.certificatePem() + own.keyPem(), now)),
        "certificate is not registered",
        "Upload");
  }

  @Test
  void anApplicationWithoutTheRoleIsToldSoAtTheMailbox() {
    simulator
        .oauth()
        .register(Application.withSecret(TENANT, client, "s3cret").withRoles(Set.of("Mail.Read")));
    assertThatThrownBy(session(tokens("s3cret"))::probe)
        .isInstanceOf(SyncException.NeedsConsent.class)
        .hasMessageContaining("full_access_as_app");
  }

  @Test
  void anAuthorityThatIsBusyIsAskedAgainLater() {
    simulator.oauth().register(Application.withSecret(TENANT, client, "s3cret"));
    simulator.oauth().failNext(new OAuthError(429, "busy", 90055, "slow", OptionalInt.of(7)));
    SyncException.Retriable busy =
        catchThrowableOfType(SyncException.Retriable.class, tokens("s3cret")::token);
    assertThat(busy.backOff()).contains(Duration.ofSeconds(7));
  }

  @Test
  void anAuthorityWithACertificateNobodyTrustsGetsNoSecret() {
    int before = simulator.oauth().issued();
    AppTokens tokens =
        new AppTokens(
            registration(new AppCredential.Secret("s3cret")), trusted(), Optional.empty(), clock());
    assertThatThrownBy(tokens::token)
        .isInstanceOf(SyncException.MailboxFatal.class)
        .hasMessageContaining("secure connection to the authority");
    assertThat(simulator.oauth().issued()).isEqualTo(before);
  }

  @Test
  void anAuthorityThatTheServerDoesNotNameGetsNoSecret() {
    assertThatThrownBy(
            () ->
                new AppTokens(
                    registration(new AppCredential.Secret("s3cret")),
                    Authorities.trusting(""),
                    trust(),
                    clock()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EXSYNC_TRUSTED_AUTHORITIES");
  }

  private void assertRefused(AppTokens tokens, String text, String remedy) {
    SyncException.NeedsConsent refused =
        catchThrowableOfType(SyncException.NeedsConsent.class, tokens::token);
    assertThat(refused).isNotNull();
    assertThat(refused.getCause()).isInstanceOf(TokenRefusal.class).hasMessageContaining(text);
    assertThat(((TokenRefusal) refused.getCause()).remedy()).contains(remedy);
  }

  private AppTokens tokens(String secret) {
    return tokens(registration(new AppCredential.Secret(secret)));
  }

  private AppTokens tokens(AppCredential credential) {
    return tokens(registration(credential));
  }

  private AppTokens tokens(AppRegistration app) {
    return new AppTokens(app, trusted(), trust(), clock());
  }

  private AppRegistration registration(AppCredential credential) {
    return new AppRegistration(
        simulator.authority(TENANT),
        client,
        credential,
        AppRegistration.scopeOf(simulator.httpsUrl().orElseThrow()));
  }

  private static Authorities trusted() {
    URI url = simulator.httpsUrl().orElseThrow();
    return Authorities.trusting("adfs.example.com, " + url.getAuthority());
  }

  private static Optional<TrustStore> trust() {
    return Optional.of(new TrustStore.Pem(server.certificatePem()));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        Runnable once = meanwhile;
        meanwhile = () -> {};
        once.run();
        return now;
      }
    };
  }

  private static MailboxSession session(AppTokens tokens) {
    EwsConnection connection =
        new EwsConnection(
            simulator.httpsUrl().orElseThrow(),
            new SignIn.Bearer(tokens),
            Access.IMPERSONATION,
            20,
            Duration.ofSeconds(5),
            trust());
    return new EwsMailboxGateway(EwsConnections.single(connection, ZoneOffset.UTC), () -> "inst-1")
        .open(MAILBOX);
  }

  private static MailboxWrite create(String subject) {
    LocalDate day = LocalDate.of(2026, 5, 12);
    Stamp stamp = new Stamp("inst", Kind.APPOINTMENT, 1, subject.hashCode() & 0xFFFF, subject);
    return new MailboxWrite.Create(
        MailboxAppointment.blank(new When.AllDay(day, day))
            .with()
            .subject(subject)
            .stamp(Optional.of(stamp))
            .build());
  }

  private static List<String> subjects(MailboxSession session) {
    var heads = session.changes(Optional.empty()).present();
    return session.read(heads.stream().map(head -> head.version().id()).toList()).stream()
        .map(answer -> answer.result().orElseThrow().subject())
        .toList();
  }
}
