package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.Requests.CALENDAR;
import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.find;
import static io.exchangesync.simulator.Requests.subjects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.simulator.faults.Effect;
import io.exchangesync.simulator.faults.Rule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FaultsTest extends RunningSimulator {
  private static final String FIND = find(CALENDAR, "");

  @Test
  void aBusyServerSaysHowLongToWaitAndThenServesAgain() {
    simulator.faults().add(Rule.next(2, new Effect.ServerBusy(297_749)));
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> response = anna.send(FIND);
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(new String(response.body(), StandardCharsets.UTF_8))
          .contains("ErrorServerBusy", "<t:Value Name=\"BackOffMilliseconds\">297749</t:Value>");
    }
    assertThat(codes(anna.call(FIND))).containsExactly("NoError");
  }

  @Test
  void singleItemsOfABatchCanFail() {
    simulator
        .faults()
        .add(
            Rule.next(1, new Effect.ItemError("ErrorServerBusy", OptionalInt.of(4321)))
                .afterSkipping(1));
    String item = calendarItem("A", NINE, TEN);
    Element response = anna.call(create(item + item + item));
    assertThat(codes(response)).containsExactly("NoError", "ErrorServerBusy", "NoError");
    assertThat(EwsClient.all(response, "Value").get(0).getTextContent()).isEqualTo("4321");
  }

  @Test
  void listingsFailByTheirMessage() {
    simulator
        .faults()
        .add(Rule.next(1, new Effect.ItemError("ErrorTimeoutExpired", OptionalInt.empty())));
    assertThat(codes(anna.call(Requests.sync(CALENDAR, "", 10))))
        .containsExactly("ErrorTimeoutExpired");
  }

  @Test
  void struckRequestsAreCountedToo() {
    simulator.faults().add(Rule.next(1, new Effect.HttpStatus(500, OptionalInt.empty())));
    anna.send(FIND);
    assertThat(simulator.stats().requests()).isEqualTo(1);
  }

  @Test
  void rulesHoldForTheirOperationAndMailboxOnly() {
    simulator
        .faults()
        .add(
            Rule.next(100, new Effect.HttpStatus(503, OptionalInt.of(7)))
                .onOperation("FindItem")
                .onMailbox("bo@example.com"));
    assertThat(codes(anna.call(FIND))).containsExactly("NoError");
    assertThat(codes(bo.call(create(calendarItem("A", NINE, TEN))))).containsExactly("NoError");
    HttpResponse<byte[]> refused = bo.send(FIND);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void aShareOfRequestsFailsTheSameWayForTheSameSeed() {
    assertThat(struck(7))
        .isEqualTo(struck(7))
        .matches("(?=.*x)(?=.*\\.).*")
        .isNotEqualTo(struck(8));
  }

  @Test
  void aLostReplyHasDoneItsWork() {
    simulator.faults().add(Rule.next(1, new Effect.LostReply()).onOperation("CreateItem"));
    assertThatThrownBy(() -> anna.send(create(calendarItem("Lost", NINE, TEN))))
        .hasCauseInstanceOf(IOException.class);
    assertThat(subjects(anna.call(FIND))).containsExactly("Lost");
  }

  @Test
  void aConnectionCutBeforeDoesNothing() {
    simulator.faults().add(Rule.next(2, new Effect.CutBefore()).onOperation("CreateItem"));
    assertThatThrownBy(() -> anna.send(create(calendarItem("Never", NINE, TEN))))
        .hasCauseInstanceOf(IOException.class);
    simulator.faults().clear();
    assertThat(subjects(anna.call(FIND))).isEmpty();
  }

  @Test
  void aConnectionCutInTheMiddleLeavesHalfAnAnswer() {
    simulator.faults().add(Rule.next(1, new Effect.CutMidway()).onOperation("CreateItem"));
    assertThatThrownBy(() -> anna.send(create(calendarItem("Half", NINE, TEN))))
        .hasCauseInstanceOf(IOException.class);
    assertThat(subjects(anna.call(FIND))).containsExactly("Half");
  }

  @Test
  void theControlEndpointTakesRulesAndTellsStatistics() throws Exception {
    control(
        "POST",
        "faults",
        "{\"effect\":\"http\",\"status\":401,\"operation\":\"FindItem\",\"times\":1}");
    assertThat(anna.send(FIND).statusCode()).isEqualTo(401);
    control("POST", "reset-stats", "");
    anna.call(create(calendarItem("A", NINE, TEN) + calendarItem("B", NINE, TEN)));
    assertThat(control("GET", "stats", "").replaceAll("\\s", ""))
        .contains("\"CreateItem\":{\"anna@example.com\":{\"requests\":1,\"items\":2}}");
    control("POST", "mailboxes", "{\"smtp\":\"cleo@example.com\",\"password\":\"x\"}");
    assertThat(codes(EwsClient.basic(simulator.url(), "cleo@example.com", "x").call(FIND)))
        .containsExactly("NoError");
    assertThat(control("GET", "health", "")).contains("UP");
    assertThat(control("POST", "faults", "{\"effect\":\"flood\"}")).contains("no effect flood");
  }

  private String struck(long seed) {
    simulator
        .faults()
        .add(Rule.next(100, new Effect.HttpStatus(500, OptionalInt.empty())).onPercent(40, seed));
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      pattern.append(anna.send(FIND).statusCode() == 500 ? 'x' : '.');
    }
    simulator.faults().clear();
    return pattern.toString();
  }

  private String control(String method, String command, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + simulator.port() + "/control/" + command))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
