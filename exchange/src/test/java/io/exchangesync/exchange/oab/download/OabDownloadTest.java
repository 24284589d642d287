package io.exchangesync.exchange.oab.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.ews.SignIn;
import io.exchangesync.exchange.oab.AddressBookEntry;
import io.exchangesync.exchange.oab.AddressBookReader;
import io.exchangesync.exchange.oab.EntryType;
import io.exchangesync.exchange.oab.Manifest;
import io.exchangesync.exchange.oab.OabLimits;
import io.exchangesync.simulator.ExchangeSimulator;
import io.exchangesync.simulator.SimulatorConfig;
import io.exchangesync.simulator.faults.Effect;
import io.exchangesync.simulator.faults.Rule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from the simulator. */
class OabDownloadTest {
  private static final SignIn ANNA = new SignIn.Basic("anna@example.com", "secret");

  @TempDir Path folder;

  private final ExchangeSimulator simulator = ExchangeSimulator.start(SimulatorConfig.forTests());
  private final CloseableHttpClient client =
      HttpClients.custom().disableRedirectHandling().disableAutomaticRetries().build();

  @BeforeEach
  void mailboxes() {
    simulator.addMailbox("anna@example.com", "Anna Berg", "secret");
    simulator.addRoom("room4@example.com", "Room 4", "secret");
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    simulator.close();
  }

  @Test
  void theDirectoryIsDownloadedAndRead() throws IOException {
    Path file = download(ANNA).file(newest(), folder);
    Map<String, EntryType> entries = new LinkedHashMap<>();
    try (AddressBookReader book = AddressBookReader.open(file)) {
      for (var entry = book.next(); entry.isPresent(); entry = book.next()) {
        AddressBookEntry found = entry.get();
        entries.put(found.smtpAddress() + " " + found.displayName(), found.type());
        assertThat(found.smtpAddresses()).containsExactly(found.smtpAddress());
        assertThat(found.legacyDn()).startsWith("/o=Simulator/");
      }
      assertThat(book.leftOver()).isZero();
    }
    assertThat(entries)
        .containsExactly(
            Map.entry("anna@example.com Anna Berg", EntryType.MAILBOX),
            Map.entry("room4@example.com Room 4", EntryType.ROOM));
  }

  @Test
  void anUnchangedManifestIsNotSentAgainAndAChangedDirectoryHasTheNextNumber() throws IOException {
    OabDownload.Fetched first = download(ANNA).manifest(Validators.NONE).orElseThrow();
    assertThat(download(ANNA).manifest(first.validators())).isEmpty();
    assertThat(download(ANNA).manifest(new Validators("", first.validators().lastModified())))
        .isEmpty();
    simulator.addMailbox("bo@example.com", "Bo Dahl", "secret");
    OabDownload.Fetched second = download(ANNA).manifest(first.validators()).orElseThrow();
    assertThat(full(second).sequence()).isEqualTo(full(first).sequence() + 1);
    Path old = download(ANNA).file(full(first), folder);
    Path newer = download(ANNA).file(full(second), folder);
    assertThat(Files.mismatch(old, newer)).isNotNegative();
  }

  @Test
  void aDownloadThatIsCutIsTakenUp() throws IOException {
    Manifest.File file = newest();
    simulator.faults().add(Rule.next(1, new Effect.CutMidway()));
    Path complete = download(ANNA).file(file, folder);
    assertThat(complete).hasSize(file.size());
  }

  @Test
  void theRestOfAnEarlierDownloadIsTaken() throws IOException {
    Manifest.File file = newest();
    byte[] bytes = Files.readAllBytes(download(ANNA).file(file, folder));
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.write(other.resolve(file.sha1() + ".part"), Arrays.copyOf(bytes, 200));
    assertThat(download(ANNA).file(file, other)).hasBinaryContent(bytes);
    assertThat(other).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @Test
  void aRefusedSignInIsToldWithItsRemedy() {
    assertThatThrownBy(
            () -> download(new SignIn.Basic("anna@example.com", "wrong")).manifest(Validators.NONE))
        .isInstanceOf(SyncException.MailboxFatal.class)
        .hasMessageContaining("401")
        .hasMessageContaining("check user name and password");
  }

  @Test
  void aBusyServerIsLeftAloneForAsLongAsItSays() {
    simulator
        .faults()
        .add(
            Rule.next(1, new Effect.HttpStatus(503, OptionalInt.of(90)))
                .onOperation("OfflineAddressBook"));
    assertThatThrownBy(() -> download(ANNA).manifest(Validators.NONE))
        .isInstanceOfSatisfying(
            SyncException.Retriable.class,
            e -> assertThat(e.backOff()).contains(Duration.ofSeconds(90)));
  }

  @Test
  void theSignInIsNotSentInTheClear() {
    for (String url :
        new String[] {
          "http://mail.example.com/OAB/x/", "https://u:p@mail.example.com/", "ftp://x/", "OAB"
        }) {
      assertThatThrownBy(
              () -> new HttpDistributionPoint(client, URI.create(url), ANNA, Duration.ofSeconds(5)))
          .as(url)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("OAB URL");
    }
  }

  private Manifest.File newest() throws IOException {
    return full(download(ANNA).manifest(Validators.NONE).orElseThrow());
  }

  private static Manifest.File full(OabDownload.Fetched fetched) {
    return fetched.manifest().lists().get(0).full().orElseThrow();
  }

  private OabDownload download(SignIn signIn) {
    DistributionPoint point =
        new HttpDistributionPoint(client, simulator.oabUrl(), signIn, Duration.ofSeconds(5));
    return new OabDownload(point, OabLimits.USUAL, Duration.ofMinutes(1));
  }
}
