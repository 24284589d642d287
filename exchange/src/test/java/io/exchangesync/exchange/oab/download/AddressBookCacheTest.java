package io.exchangesync.exchange.oab.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.ews.SignIn;
import io.exchangesync.exchange.oab.EntryType;
import io.exchangesync.exchange.oab.OabLimits;
import io.exchangesync.simulator.ExchangeSimulator;
import io.exchangesync.simulator.SimulatorConfig;
import io.exchangesync.simulator.faults.Effect;
import io.exchangesync.simulator.faults.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressBookCacheTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

  @TempDir Path folder;

  private final ExchangeSimulator simulator = ExchangeSimulator.start(SimulatorConfig.forTests());
  private final CloseableHttpClient client = HttpClients.createMinimal();

  @BeforeEach
  void mailboxes() {
    simulator.addMailbox("anna@example.com", "Anna Berg", "secret");
    simulator.addMailbox("bo@example.com", "Bo Dahl", "secret");
    simulator.addRoom("room4@example.com", "Room 4", "secret");
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    simulator.close();
  }

  @Test
  void anEmptyCacheIsDueAndFindsNothing() throws IOException {
    assertThat(at(MONDAY).isDue()).isTrue();
    assertThat(names(at(MONDAY), 0, 10)).isEmpty();
  }

  @Test
  void entriesAreFoundPageByPage() throws IOException {
    CachedBook book = at(MONDAY).refresh(download());
    assertThat(book.entries()).isEqualTo(3);
    assertThat(book.list()).isEqualTo("\\Default Global Address List");
    assertThat(names(at(MONDAY), 0, 2)).containsExactly("1 Anna Berg", "2 Bo Dahl");
    assertThat(names(at(MONDAY), 2, 2)).containsExactly("3 Room 4");
    assertThat(at(MONDAY).find(entry -> entry.type() == EntryType.ROOM, 0, 10)).hasSize(1);
  }

  @Test
  void itIsDueAgainAfterADayAndAnUnchangedBookIsNotDownloadedAgain() throws IOException {
    CachedBook first = at(MONDAY).refresh(download());
    assertThat(at(MONDAY.plus(Duration.ofHours(23))).isDue()).isFalse();
    Instant tuesday = MONDAY.plus(Duration.ofHours(24));
    assertThat(at(tuesday).isDue()).isTrue();
    CachedBook second = at(tuesday).refresh(download());
    assertThat(second).isEqualTo(first.checkedAt(tuesday));
    assertThat(at(tuesday).isDue()).isFalse();
  }

  @Test
  void aNewGenerationTakesThePlaceOfTheOldOne() throws IOException {
    CachedBook first = at(MONDAY).refresh(download());
    simulator.addMailbox("cleo@example.com", "Cleo Friis", "secret");
    CachedBook second = at(MONDAY).refresh(download());
    assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
    assertThat(names(at(MONDAY), 0, 10)).contains("3 Cleo Friis");
    simulator.addMailbox("dag@example.com", "Dag Lie", "secret");
    at(MONDAY).refresh(download());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".lzx"))
          .hasSize(2);
    }
  }

  @Test
  void whatWasKeptStaysWhenTheServerFails() throws IOException {
    at(MONDAY).refresh(download());
    simulator.faults().add(Rule.next(1, new Effect.CutBefore()));
    assertThatThrownBy(() -> at(MONDAY).refresh(download()))
        .isInstanceOf(SyncException.Retriable.class);
    assertThat(names(at(MONDAY), 0, 10)).hasSize(3);
  }

  @Test
  void aStateThatCannotBeReadIsAnEmptyCache() throws IOException {
    at(MONDAY).refresh(download());
    Files.writeString(folder.resolve("book.properties"), "sequence=x\\u");
    assertThat(at(MONDAY).isDue()).isTrue();
    at(MONDAY).refresh(download());
    assertThat(names(at(MONDAY), 0, 10)).hasSize(3);
  }

  private AddressBookCache at(Instant now) {
    return new AddressBookCache(folder, Clock.fixed(now, ZoneOffset.UTC));
  }

  private OabDownload download() {
    SignIn signIn = new SignIn.Basic("anna@example.com", "secret");
    DistributionPoint point =
        new HttpDistributionPoint(client, simulator.oabUrl(), signIn, Duration.ofSeconds(5));
    return new OabDownload(point, OabLimits.USUAL, Duration.ofMinutes(1));
  }

  private static List<String> names(AddressBookCache cache, int after, int most)
      throws IOException {
    return cache.find(entry -> true, after, most).stream()
        .map(found -> found.number() + " " + found.entry().displayName())
        .toList();
  }
}
