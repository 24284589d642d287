package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.Requests.CALENDAR;
import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.find;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.subjects;
import static io.exchangesync.simulator.Requests.sync;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ProcessTest {
  @TempDir Path folder;

  @Test
  void aKilledProcessComesBackWithItsItemsAndSyncStates() throws Exception {
    Path users = folder.resolve("users.json");
    Files.writeString(
        users,
        "[{\"smtp\":\"anna@example.com\",\"displayName\":\"Anna\",\"password\":\"secret\"}]");
    Id id;
    String state;
    Running first = launch(users);
    try {
      EwsClient anna = EwsClient.basic(first.url(), "anna@example.com", "secret");
      id = created(anna, calendarItem("Kept", RunningSimulator.NINE, RunningSimulator.TEN));
      state = EwsClient.text(anna.call(sync(CALENDAR, "", 10)), "SyncState");
      created(anna, calendarItem("Last", RunningSimulator.NINE, RunningSimulator.TEN));
    } finally {
      first.kill();
    }
    Running second = launch(users);
    try {
      EwsClient anna = EwsClient.basic(second.url(), "anna@example.com", "secret");
      assertThat(subjects(anna.call(find(CALENDAR, "")))).containsExactly("Kept", "Last");
      Element kept = anna.call(get("IdOnly", "", id));
      assertThat(codes(kept)).containsExactly("NoError");
      assertThat(Id.in(kept)).isEqualTo(id);
      assertThat(EwsClient.all(anna.call(sync(CALENDAR, state, 10)), "Create")).hasSize(1);
    } finally {
      second.kill();
    }
  }

  @Test
  void httpsAnswersWithTheKeyStoreItMade() throws Exception {
    SimulatorConfig config = SimulatorConfig.forTests().withData(folder).withHttps(0);
    try (ExchangeSimulator simulator = ExchangeSimulator.start(config)) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(folder.resolve("simulator.p12"))) {
        trusted.load(in, "changeit".toCharArray());
      }
      KeyStore certificates = KeyStore.getInstance("PKCS12");
      certificates.load(null, null);
      certificates.setCertificateEntry("simulator", trusted.getCertificate("simulator"));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(certificates);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      HttpResponse<Void> response =
          HttpClient.newBuilder()
              .sslContext(tls)
              .build()
              .send(
                  HttpRequest.newBuilder(simulator.httpsUrl().orElseThrow()).build(),
                  HttpResponse.BodyHandlers.discarding());
      assertThat(response.statusCode()).isEqualTo(401);
    }
  }

  private record Running(Process process, URI url) {
    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private Running launch(Path users) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName(),
                "--port=0",
                "--data=" + folder.resolve("data"),
                "--users=" + users)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.contains("listening at ")) {
      line = lines.readLine();
    }
    assertThat(line).as("what the process said").isNotNull();
    return new Running(process, URI.create(List.of(line.split("listening at ")).get(1)));
  }
}
