package io.exchangesync.exchange.ews;

import static io.exchangesync.exchange.ews.StubServer.backOff;
import static io.exchangesync.exchange.ews.StubServer.fault;
import static io.exchangesync.exchange.ews.StubServer.status;
import static io.exchangesync.exchange.ews.StubServer.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each failure of a server, a proxy or a network becomes the type that says what to do next. */
class FaultTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final MailboxWrite CREATE =
      new MailboxWrite.Create(MailboxAppointment.blank(new When.AllDay(DAY, DAY)));

  private final StubServer server = new StubServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void throttlingSaysHowLongToStayAway() {
    server.then(xml(500, fault("ErrorServerBusy", backOff(297749))));
    assertThat(failure(SyncException.Retriable.class).backOff())
        .contains(Duration.ofMillis(297749));
  }

  @Test
  void throttlingOfOneItemIsThatItemsProblem() {
    server.thenMessages(
        "GetItem",
        StubServer.found(StubServer.item("1", StubServer.times()))
            + "<m:GetItemResponseMessage ResponseClass=\"Error\"><m:MessageText>Busy.</m:MessageText>"
            + "<m:ResponseCode>ErrorServerBusy</m:ResponseCode><m:MessageXml>"
            + "<t:Value Name=\"BackOffMilliseconds\">4321</t:Value></m:MessageXml>"
            + "</m:GetItemResponseMessage>");
    try (EwsMailboxGateway gateway = server.gateway();
        MailboxSession session = gateway.open(StubServer.mailbox())) {
      List<Answer<MailboxItem>> answers = session.read(List.of(new ItemId("1"), new ItemId("2")));
      ItemProblem problem = answers.get(1).failure().orElseThrow();
      assertThat(problem.type()).isEqualTo(ItemProblem.Type.RETRIABLE);
      assertThat(problem.backOff()).contains(Duration.ofMillis(4321));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void retryAfterOfAProxyIsObeyed(int code) {
    server.then(status(code, Map.of("Retry-After", "120")));
    assertThat(failure(SyncException.Retriable.class).backOff()).contains(Duration.ofSeconds(120));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void serverErrorsWithoutAFaultPass(int code) {
    server.then(status(code, Map.of()));
    failure(SyncException.Retriable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ErrorTimeoutExpired",
        "ErrorExceededConnectionCount",
        "ErrorMailboxStoreUnavailable",
        "ErrorInternalServerTransientError"
      })
  void passingTroubleOfTheServerIsRetriable(String code) {
    server.then(xml(500, fault(code, "")));
    failure(SyncException.Retriable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ErrorImpersonateUserDenied", "ErrorNonExistentMailbox", "ErrorAccessDenied"})
  void whatAnAdministratorMustRepairSaysHow(String code) {
    server.then(xml(500, fault(code, "")));
    assertThat(failure(SyncException.MailboxFatal.class).getMessage())
        .contains(code)
        .contains(EwsErrors.remedy(code).orElseThrow());
  }

  @Test
  void aRefusedPasswordIsFatalAndNeverShown() {
    server.then(status(401, Map.of("WWW-Authenticate", "Basic realm=\"x\"")));
    SyncException failure = failure(SyncException.MailboxFatal.class);
    assertThat(failure).hasMessageContaining("password").hasStackTraceContaining("401");
    for (Throwable t = failure; t != null; t = t.getCause()) {
      assertThat(t.toString()).doesNotContain(StubServer.BASIC.password());
    }
    assertThat(StubServer.BASIC.toString()).doesNotContain(StubServer.BASIC.password());
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aRefusedTokenNeedsConsent() {
    server.then(status(401, Map.of()));
    failure(SyncException.NeedsConsent.class, new SignIn.Bearer(() -> "token"));
  }

  @Test
  void aTokenThatCanNotBeHadIsReportedAsItIs() {
    failure(
        SyncException.NeedsConsent.class,
        new SignIn.Bearer(
            () -> {
              throw new SyncException.NeedsConsent("the refresh token is gone", null);
            }));
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aWebPageInsteadOfEwsIsFatal() {
    server.then(StubServer.raw(200, "text/html", "<html>".getBytes(), Map.of()));
    assertThat(failure(SyncException.MailboxFatal.class)).hasMessageContaining("Exchange.asmx");
  }

  @Test
  void anInvalidSyncStateAsksForAFullListing() {
    server.thenMessages(
        "SyncFolderItems",
        "<m:SyncFolderItemsResponseMessage ResponseClass=\"Error\">"
            + "<m:ResponseCode>ErrorInvalidSyncStateData</m:ResponseCode>"
            + "<m:SyncState/></m:SyncFolderItemsResponseMessage>");
    try (EwsMailboxGateway gateway = server.gateway();
        MailboxSession session = gateway.open(StubServer.mailbox())) {
      assertThat(
              catchThrowableOfType(
                  SyncException.SyncStateInvalid.class, () -> session.changes(Optional.of("AAAA"))))
          .isNotNull();
    }
  }

  @Test
  void aCutAnswerIsRetriable() {
    server.then(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/xml");
          exchange.sendResponseHeaders(200, 5000);
          exchange.getResponseBody().write("<s:Envelope".getBytes());
          exchange.getResponseBody().flush();
          exchange.getHttpContext().getServer().stop(0);
        });
    failure(SyncException.Retriable.class);
  }

  @Test
  void aServerThatSaysNothingTimesOut() {
    server.then(exchange -> sleep(Duration.ofSeconds(4)));
    failure(SyncException.Retriable.class);
  }

  @Test
  void nobodyListeningIsRetriable() {
    server.close();
    failure(SyncException.Retriable.class);
  }

  @Test
  void aLostReplyAfterTheFirstBatchKeepsTheKeysThatArrived() {
    String created =
        "<m:CreateItemResponseMessage ResponseClass=\"Success\">"
            + "<m:ResponseCode>NoError</m:ResponseCode><m:Items>"
            + StubServer.item("new", "")
            + "</m:Items></m:CreateItemResponseMessage>";
    server.thenMessages("CreateItem", created.repeat(50)).then(exchange -> {});
    try (EwsMailboxGateway gateway = server.gateway();
        MailboxSession session = gateway.open(StubServer.mailbox())) {
      List<Answer<ItemVersion>> answers = session.apply(Collections.nCopies(120, CREATE));
      assertThat(answers.subList(0, 50)).allMatch(a -> a.result().isPresent());
      assertThat(answers.subList(50, 120))
          .allSatisfy(
              a ->
                  assertThat(a.failure())
                      .map(ItemProblem::type)
                      .contains(ItemProblem.Type.RETRIABLE));
      assertThat(server.received()).hasSize(2);
    }
  }

  @Test
  void whatMicrosoftsSupportAsksForStandsInTheMessage() {
    server.then(
        status(503, Map.of("request-id", "4711-r", "X-FEServer", "EX01", "X-DiagInfo", "EX02")));
    assertThat(failure(SyncException.Retriable.class))
        .hasMessageContaining("request-id=4711-r")
        .hasMessageContaining("X-FEServer=EX01")
        .hasMessageContaining("X-DiagInfo=EX02");
  }

  private <T extends SyncException> T failure(Class<T> type) {
    return failure(type, StubServer.BASIC);
  }

  private <T extends SyncException> T failure(Class<T> type, SignIn signIn) {
    try (EwsMailboxGateway gateway = server.gateway(signIn, Access.IMPERSONATION);
        MailboxSession session = gateway.open(StubServer.mailbox())) {
      T failure = catchThrowableOfType(type, session::probe);
      assertThat(failure).isNotNull();
      return failure;
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
