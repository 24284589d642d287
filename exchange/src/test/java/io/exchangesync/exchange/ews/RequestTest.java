package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.SyncException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What our requests say: headers, sign-in, the mailbox meant, no mail, and the schema obeyed. */
class RequestTest {
  private static final ItemVersion STORED = new ItemVersion(new ItemId("id="), "ck=");
  private static final MailboxAppointment BARE =
      MailboxAppointment.blank(new When.AllDay(LocalDate.EPOCH, LocalDate.EPOCH))
          .with()
          .item(Optional.of(STORED))
          .build();
  private static final MailboxAppointment FULL =
      BARE.with()
          .when(
              new When.Timed(
                  Instant.parse("2026-05-12T07:00:00Z"),
                  Instant.parse("2026-05-12T08:00:00Z"),
                  ZoneId.of("Europe/Oslo")))
          .subject("a < b & \u0001c")
          .body(new Body(Body.Format.HTML, "<p>x</p>"))
          .location("here")
          .reminderSet(true)
          .busyStatus(BusyStatus.WORKING_ELSEWHERE)
          .sensitivity(Sensitivity.CONFIDENTIAL)
          .categories(List.of("one", "two"))
          .importance(Importance.LOW)
          .stamp(Optional.of(new Stamp("inst", Kind.APPOINTMENT, 1, 2, "link")))
          .references(new CrmReferences(1, 2, 3, 4))
          .build();
  private static final List<MailboxWrite> CREATES =
      List.of(new MailboxWrite.Create(FULL), new MailboxWrite.Create(BARE));
  private static final List<MailboxWrite> UPDATES =
      List.of(new MailboxWrite.Update(BARE, FULL), new MailboxWrite.Update(FULL, BARE));
  private static final List<MailboxWrite> DELETES = List.of(new MailboxWrite.Delete(STORED));

  private final StubServer server = new StubServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyRequestNamesMailboxClientAndRequest() {
    String first = sent(StubServer.BASIC, Access.IMPERSONATION, MailboxSession::probe).body();
    StubServer.Received request = server.received().get(0);
    assertThat(request.header("X-AnchorMailbox")).isEqualTo("anna@example.com");
    assertThat(request.header("return-client-request-id")).isEqualTo("true");
    assertThat(request.header("client-request-id")).matches("[0-9a-f-]{36}");
    assertThat(request.header("User-Agent")).startsWith("ExchangeSync/");
    assertThat(request.header("Authorization")).startsWith("Basic ");
    assertThat(first)
        .contains("Version=\"Exchange2010_SP2\"")
        .contains("<t:ConnectingSID><t:SmtpAddress>anna@example.com</t:SmtpAddress>")
        .doesNotContain("EmailAddress");
  }

  @Test
  void aDelegateNamesTheMailboxInFolderIdsAndImpersonatesNobody() {
    assertThat(sent(StubServer.BASIC, Access.DELEGATION, MailboxSession::probe).body())
        .contains(
            "<t:DistinguishedFolderId Id=\"calendar\"><t:Mailbox>"
                + "<t:EmailAddress>anna@example.com</t:EmailAddress></t:Mailbox>")
        .doesNotContain("ExchangeImpersonation");
  }

  @Test
  void everyRequestAsksForAValidTokenAgain() {
    int[] tokens = {0};
    SignIn bearer = new SignIn.Bearer(() -> "token-" + ++tokens[0]);
    sent(bearer, Access.IMPERSONATION, MailboxSession::probe);
    sent(bearer, Access.IMPERSONATION, MailboxSession::probe);
    assertThat(server.received())
        .extracting(request -> request.header("Authorization"))
        .containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void noWriteEverSendsMail() {
    assertThat(sent(CREATES)).contains("SendMeetingInvitations=\"SendToNone\"");
    assertThat(sent(UPDATES))
        .contains("SendMeetingInvitationsOrCancellations=\"SendToNone\"")
        .contains("ConflictResolution=\"NeverOverwrite\"");
    server.thenMessages(
        "GetItem",
        StubServer.found(
            "<t:CalendarItem><t:ItemId Id=\"id=\" ChangeKey=\"ck=\"/></t:CalendarItem>"));
    assertThat(sent(DELETES))
        .contains("SendMeetingCancellations=\"SendToNone\"")
        .contains("DeleteType=\"MoveToDeletedItems\"");
  }

  @Test
  void anUpdateSaysNothingAboutWhatDoesNotDiffer() {
    MailboxAppointment after = FULL.with().location("there").build();
    String body = sent(List.of(new MailboxWrite.Update(FULL, after)));
    assertThat(body).contains("calendar:Location").contains("<t:Location>there</t:Location>");
    assertThat(body.split("<t:SetItemField>", -1)).hasSize(2);
    assertThat(body).doesNotContain("DeleteItemField");
  }

  @Test
  void aChangePageAsksForHeadsOnly() {
    String body =
        sent(StubServer.BASIC, Access.IMPERSONATION, s -> s.changes(Optional.of("AAAA"))).body();
    assertThat(body)
        .contains("<t:BaseShape>IdOnly</t:BaseShape>")
        .contains("<m:MaxChangesReturned>512</m:MaxChangesReturned>")
        .contains("PropertyName=\"Stamp\"")
        .doesNotContain("item:Body");
  }

  @Test
  void allRequestsObeyMicrosoftsSchemas() {
    String folder = System.getenv("EXSYNC_EWS_SCHEMAS");
    assumeThat(folder)
        .as("EXSYNC_EWS_SCHEMAS names no folder with messages.xsd and types.xsd")
        .isNotNull();
    EwsSchemas schemas = new EwsSchemas(Path.of(folder));
    for (Access access : Access.values()) {
      sent(StubServer.BASIC, access, MailboxSession::probe);
      sent(StubServer.BASIC, access, session -> session.changes(Optional.empty()));
      sent(StubServer.BASIC, access, session -> session.changes(Optional.of("AAAA")));
      sent(StubServer.BASIC, access, session -> session.read(List.of(STORED.id())));
      sent(StubServer.BASIC, access, session -> session.apply(CREATES));
      sent(StubServer.BASIC, access, session -> session.apply(UPDATES));
      server.thenMessages(
          "GetItem",
          StubServer.found(
              "<t:CalendarItem><t:ItemId Id=\"id=\" ChangeKey=\"ck=\"/></t:CalendarItem>"));
      sent(StubServer.BASIC, access, session -> session.apply(DELETES));
    }
    assertThat(server.received()).hasSize(3 * 8);
    String tooMany = server.received().get(1).body().replace(">512<", ">9999<");
    assertThatCode(() -> schemas.validateBody(tooMany)).hasMessageContaining("9999");
    for (StubServer.Received request : server.received()) {
      assertThatCode(() -> schemas.validateBody(request.body()))
          .as(request.body())
          .doesNotThrowAnyException();
    }
  }

  private String sent(List<MailboxWrite> writes) {
    return sent(StubServer.BASIC, Access.IMPERSONATION, session -> session.apply(writes)).body();
  }

  /** The last request of some work; the stub refuses what a test gives no answer to. */
  private StubServer.Received sent(SignIn signIn, Access access, Consumer<MailboxSession> work) {
    try (EwsMailboxGateway gateway = server.gateway(signIn, access);
        MailboxSession session = gateway.open(StubServer.mailbox())) {
      work.accept(session);
    } catch (SyncException refused) {
      assertThat(refused).hasMessageContaining("501");
    }
    return server.received().get(server.received().size() - 1);
  }
}
