package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Claim;
import io.exchangesync.ejb.plain.TestDatabase;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SecretStoreTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String OTHER_KEY =
      Base64.getEncoder()
          .encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.UTF_8));

  private final TestDatabase database = TestDatabase.h2();
  private final Beans beans = new Beans(database);

  @Test
  void aWrittenSecretIsRevealedToTheConnection() {
    write("client", "first");
    write("client", "sæcret");

    assertThat(ask((JpaSecretStore s) -> s.reveal("client"))).contains("sæcret");
    assertThat(ask((JpaSecretStore s) -> s.writtenAt("client"))).contains(NOON);
    assertThat(ask((JpaSecretStore s) -> s.reveal("unknown"))).isEmpty();
  }

  @Test
  void theDatabaseHoldsNoPlainText() {
    write("client", "plain text");

    byte[] sealed =
        beans.inTransaction(
            em ->
                em.createQuery("select s.sealed from SecretRow s", byte[].class).getSingleResult());
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("plain");
  }

  @Test
  void anotherKeyOpensNothing() {
    write("client", "secret");

    assertThatThrownBy(
            () ->
                beans.inTransaction(
                    em ->
                        new JpaSecretStore(
                                em, () -> ConfiguredKey.decoded(OTHER_KEY), Clock.systemUTC())
                            .reveal("client")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another key");
  }

  @Test
  void aSealedTextMovedToAnotherNameOpensNothing() {
    write("one", "secret");
    database.execute("update {schema}.exsync_secret set secret_name = 'two'");

    assertThatThrownBy(() -> ask(s -> s.reveal("two"))).hasMessageContaining("altered");
  }

  @Test
  void aRemovedSecretIsGone() {
    write("client", "secret");
    ask(
        s -> {
          s.remove("client");
          return true;
        });

    assertThat(ask((JpaSecretStore s) -> s.writtenAt("client"))).isEmpty();
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> ConfiguredKey.decoded("c2hvcnQ=")).hasMessageContaining("5 bytes");
    assertThatThrownBy(() -> ConfiguredKey.decoded("not base64!")).hasMessageContaining("Base64");
  }

  @Test
  void theConnectionsSettingsAreReplacedAsAWhole() {
    replace(1, Map.of("url", "https://one", "tenant", "t"));
    replace(2, Map.of("url", "https://other"));
    replace(1, Map.of("url", "https://two"));

    assertThat(beans.<Map<Integer, Map<String, String>>>inTransaction(em -> store(em).all()))
        .isEqualTo(Map.of(1, Map.of("url", "https://two"), 2, Map.of("url", "https://other")));
  }

  @Test
  void mailboxesAreCountedByConnectionAndThoseThatWaitAreTriedAgain() {
    Mailbox mailbox =
        new Mailbox(
            0,
            7,
            "a@b.example",
            Mailbox.BackEnd.EWS,
            Set.of(Kind.APPOINTMENT),
            100,
            Mailbox.State.ACTIVE,
            Optional.empty(),
            NOON,
            2);
    Mailbox waiting =
        beans
            .mailboxes()
            .save(mailbox.withState(Mailbox.State.NEEDS_CONSENT, Optional.of("no token")));
    assertThat(waiting.connection()).isEqualTo(2);
    beans.leases().add(waiting.id(), Kind.APPOINTMENT);
    database.execute(
        "update {schema}.exsync_lease set due = '2099-01-01T00:00:00' where mailbox_id = "
            + waiting.id());

    assertThat(beans.<Map<Integer, Integer>>inTransaction(em -> store(em).mailboxes()))
        .isEqualTo(Map.of(2, 1));
    assertThat(claimAfterTryingAgain(1)).isEmpty();
    assertThat(claimAfterTryingAgain(2)).map(Claim::mailbox).contains(waiting);
  }

  private Optional<Claim> claimAfterTryingAgain(int connection) {
    beans.inTransaction(
        em -> {
          store(em).tryAgain(connection, NOON);
          return true;
        });
    return beans.leases().claim(Kind.APPOINTMENT, "node/1", Duration.ofMinutes(1), List.of());
  }

  private ConnectionStore store(EntityManager em) {
    return new ConnectionStore(em, beans.keys());
  }

  private void replace(int connection, Map<String, String> settings) {
    beans.inTransaction(
        em -> {
          store(em).replace(connection, settings);
          return true;
        });
  }

  private void write(String name, String secret) {
    ask(
        s -> {
          s.write(name, secret);
          return true;
        });
  }

  private <T> T ask(Function<JpaSecretStore, T> question) {
    Clock noon = Clock.fixed(NOON, ZoneOffset.UTC);
    return beans.inTransaction(
        em -> question.apply(new JpaSecretStore(em, () -> ConfiguredKey.decoded(KEY), noon)));
  }
}
