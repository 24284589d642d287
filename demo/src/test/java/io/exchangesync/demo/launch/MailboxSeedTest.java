package io.exchangesync.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.simulator.ExchangeSimulator;
import io.exchangesync.simulator.SimulatorConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxSeedTest {
  private static final String KARI = "kari@fjordline.example";
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

  private ExchangeSimulator exchange;
  private MailboxSeed seed;

  @BeforeEach
  void start() {
    exchange = ExchangeSimulator.start(SimulatorConfig.forTests());
    exchange.addImpersonator("service@fjordline.example", "Service", "secret");
    exchange.addMailbox(KARI, "Kari Haugen", "kari");
    seed = new MailboxSeed(exchange.url(), "service@fjordline.example", "secret");
  }

  @AfterEach
  void stop() {
    exchange.close();
  }

  @Test
  void everyItemArrivesInTheOwnersCalendar() throws Exception {
    seed.create(KARI, SeedDiary.of(KARI, TODAY, 120));
    assertThat(folderOfKari("calendar")).contains("<t:TotalCount>120</t:TotalCount>");
  }

  @Test
  void everyTaskArrivesInTheOwnersTaskFolder() throws Exception {
    seed.createTasks(KARI, SeedTask.of(KARI, TODAY, 60));
    assertThat(folderOfKari("tasks")).contains("<t:TotalCount>60</t:TotalCount>");
    assertThat(folderOfKari("calendar")).contains("<t:TotalCount>0</t:TotalCount>");
  }

  @Test
  void aMailboxThatDoesNotExistIsReported() {
    assertThatThrownBy(() -> seed.create("nobody@fjordline.example", SeedDiary.of(KARI, TODAY, 3)))
        .hasMessageContaining("ErrorNonExistentMailbox");
  }

  private String folderOfKari(String folder) throws Exception {
    String soap =
        """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
            xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"
            xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
          <soap:Header><t:RequestServerVersion Version="Exchange2010_SP2"/></soap:Header>
          <soap:Body>
            <m:GetFolder>
              <m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape>
              <m:FolderIds><t:DistinguishedFolderId Id="%s"/></m:FolderIds>
            </m:GetFolder>
          </soap:Body>
        </soap:Envelope>
        """
            .formatted(folder);
    String credentials = Base64.getEncoder().encodeToString((KARI + ":kari").getBytes());
    var request =
        HttpRequest.newBuilder(URI.create(exchange.url().toString()))
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(soap))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
