package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.demo.launch.AdminClient;
import io.exchangesync.demo.launch.DemoUsers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an OAB URL to linked users, by the admin API alone. */
class AddressBookIT {
  private static final int KARI = 1;
  private static final int INGRID = 3;
  private static final String KARI_ADDRESS = "kari.haugen@fjordline.example";
  private static final String INGRID_ADDRESS = "ingrid.berg@fjordline.example";
  private static final String FOLDER = "/OAB/5b7e7d4c-1f0e-4c55-9c0b-6f1c2f0a7d10/";
  private static final String BOOK = "/connections/1/address-book";

  private static WholeSystem system;

  @BeforeAll
  static void start() throws Exception {
    system = new WholeSystem("address-book", 14);
    system.start();
    system.simulator().addMailbox(KARI_ADDRESS, "Haugen, Kari");
    system.simulator().addMailbox("stranger@fjordline.example", "A Stranger");
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void anAdministratorGoesFromTheUrlToLinkedUsers() {
    AdminClient.Answer unset = system.admin().send("GET", "/external-mailboxes", Optional.empty());
    assertThat(unset.status()).isEqualTo(409);
    assertThat(unset.text()).contains("PUT " + BOOK);

    String host = system.simulator().ews().toString().replaceFirst("/EWS/.*", "");
    AdminClient.Answer elsewhere =
        system.send("PUT", BOOK, Map.of("url", "https://elsewhere.example/OAB/1/"));
    assertThat(elsewhere.status()).isEqualTo(400);
    assertThat(elsewhere.text()).contains("because the sign-in is sent there");
    assertThat(system.send("PUT", BOOK, Map.of("url", host + FOLDER)).status()).isEqualTo(200);

    List<JsonNode> found = WholeSystem.items(system.admin().get("/external-mailboxes?text=haug"));
    assertThat(found).extracting(one -> one.path("address").asText()).containsExactly(KARI_ADDRESS);
    assertThat(found.get(0).path("displayName").asText()).isEqualTo("Haugen, Kari");
    assertThat(found.get(0).has("mailboxId")).isFalse();
    JsonNode book = system.admin().get(BOOK);
    assertThat(book.path("sequence").asInt()).isPositive();
    assertThat(book.path("entries").asInt()).isGreaterThanOrEqualTo(3);

    assertThat(proposal(KARI).path("outcome").asText()).isEqualTo("PRIMARY_ADDRESS");
    assertThat(proposal(INGRID).path("outcome").asText()).isEqualTo("NOT_FOUND");
    system.simulator().addMailbox(INGRID_ADDRESS, "Ingrid Berg");
    assertThat(proposal(INGRID).path("outcome").asText()).isEqualTo("NOT_FOUND");
    assertThat(system.send("POST", BOOK + "/refresh", Map.of()).status()).isEqualTo(200);
    assertThat(proposal(INGRID).path("address").asText()).isEqualTo(INGRID_ADDRESS);

    JsonNode results =
        json(
            system.send(
                "POST",
                "/external-mailboxes/links",
                Map.of(
                    "links",
                    List.of(
                        Map.of("associateId", KARI, "address", KARI_ADDRESS),
                        Map.of("associateId", 2, "address", KARI_ADDRESS),
                        Map.of("associateId", INGRID, "address", INGRID_ADDRESS)))));
    assertThat(results.get(0).path("mailboxId").asInt()).isPositive();
    assertThat(results.get(1).path("problem").asText()).isNotEmpty();
    assertThat(results.get(1).has("mailboxId")).isFalse();
    assertThat(results.get(2).path("mailboxId").asInt()).isPositive();
    assertThat(
            WholeSystem.items(system.admin().get("/external-mailboxes?text=haug"))
                .get(0)
                .path("mailboxId")
                .asInt())
        .isEqualTo(results.get(0).path("mailboxId").asInt());
    assertThat(proposal(KARI).isMissingNode()).isTrue();
  }

  @Test
  void aViewerProposesAndLinksNothing() {
    for (String path : List.of("/external-mailboxes/auto-link", "/external-mailboxes/links")) {
      AdminClient.Answer answer =
          system.as(DemoUsers.VIEWER).send("POST", path, Optional.of(Map.of()));
      assertThat(answer.status()).as(path).isEqualTo(403);
    }
  }

  private static JsonNode proposal(int associate) {
    JsonNode proposals = json(system.send("POST", "/external-mailboxes/auto-link", Map.of()));
    return StreamSupport.stream(proposals.spliterator(), false)
        .filter(one -> one.path("associateId").asInt() == associate)
        .findFirst()
        .orElse(proposals.path("none"));
  }

  private static JsonNode json(AdminClient.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }
}
