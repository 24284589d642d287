package io.exchangesync.exchange.ews;

import static io.exchangesync.exchange.ews.StubServer.found;
import static io.exchangesync.exchange.ews.StubServer.item;
import static io.exchangesync.exchange.ews.StubServer.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.SyncException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What real servers send and a plain XML reader or an old schema does not expect. */
class HostileContentTest {
  private final StubServer server = new StubServer();
  private EwsMailboxGateway gateway;
  private MailboxSession session;

  @BeforeEach
  void open() {
    gateway = server.gateway();
    session = gateway.open(StubServer.mailbox());
  }

  @AfterEach
  void close() {
    session.close();
    gateway.close();
    server.close();
  }

  @Test
  void charactersThatXmlCanNotCarryAreLeftOut() {
    server.thenMessages(
        "GetItem",
        found(
            item(
                "1",
                times()
                    + "<t:Subject>a&#x1A;b\u0001c&#0;d&#xD800;e&#x1F680;f\uFFFF&amp;#x1A;</t:Subject>"
                    + "<t:Location>x&#11;\u000By</t:Location>")));
    MailboxAppointment read = readOne();
    assertThat(read.subject()).isEqualTo("abcde\uD83D\uDE80f&#x1A;");
    assertThat(read.location()).isEqualTo("xy");
  }

  @Test
  void longFractionsMissingOffsetsAndOffsetsAreUnderstood() {
    server.thenMessages(
        "GetItem",
        found(
            item(
                "1",
                "<t:Start>2026-05-12T09:00:00.1234567+02:00</t:Start>"
                    + "<t:End>2026-05-12T08:00:00.12345678901234</t:End>"
                    + "<t:LastModifiedTime>2026-05-01T00:00:00.9999999Z</t:LastModifiedTime>")));
    MailboxAppointment read = readOne();
    When.Timed when = (When.Timed) read.when();
    assertThat(when.start()).isEqualTo(Instant.parse("2026-05-12T07:00:00.1234567Z"));
    assertThat(when.end()).isEqualTo(Instant.parse("2026-05-12T08:00:00.123456789Z"));
    assertThat(read.lastModified()).isEqualTo(Instant.parse("2026-05-01T00:00:00.9999999Z"));
  }

  @Test
  void elementsOfNewerServersAreIgnored() {
    server.thenMessages(
        "GetItem",
        found(
            item(
                "1",
                "<t:Hashtags><t:Subject>not this</t:Subject></t:Hashtags>"
                    + times()
                    + "<t:Subject>this</t:Subject><x:New xmlns:x=\"urn:new\" a=\"1\"><x:Deep/>"
                    + "</x:New>")));
    assertThat(readOne().subject()).isEqualTo("this");
  }

  @Test
  void missingPartsMeanWhatExchangeMeansByThem() {
    server.thenMessages("GetItem", found(item("1", times())));
    MailboxAppointment read = readOne();
    assertThat(read.subject()).isEmpty();
    assertThat(read.body()).isEqualTo(Body.EMPTY);
    assertThat(read.busyStatus()).isEqualTo(BusyStatus.BUSY);
    assertThat(read.meetingRole()).isEqualTo(MeetingRole.NONE);
    assertThat(read.categories()).isEmpty();
    assertThat(read.lastModified()).isEqualTo(Instant.EPOCH);
    assertThat(((When.Timed) read.when()).zone()).isEqualTo(StubServer.ZONE);
  }

  @Test
  void lineEndsAreOnes() {
    server.thenMessages(
        "GetItem",
        found(item("1", times() + "<t:Body BodyType=\"Text\">a&#xD;\nb\r\nc&#xD;d</t:Body>")));
    assertThat(readOne().body().content()).isEqualTo("a\nb\nc\nd");
  }

  @Test
  void anUnknownValueFailsItsItemOnly() {
    server.thenMessages(
        "GetItem",
        found(item("1", times() + "<t:Subject>one</t:Subject>"))
            + found(item("2", times() + "<t:Sensitivity>Cosmic</t:Sensitivity>"))
            + found(item("3", times() + "<t:CalendarItemType>Nebula</t:CalendarItemType>"))
            + found("<t:Message><t:ItemId Id=\"4\" ChangeKey=\"k\"/></t:Message>")
            + found("<t:CalendarItem><t:ItemId Id=\"\"/>" + times() + "</t:CalendarItem>")
            + found(item("5", "<t:Start>tomorrow</t:Start><t:End>later</t:End>"))
            + found(item("6", times() + "<t:Subject>six</t:Subject>")));
    List<Answer<MailboxItem>> answers = session.read(ids("1", "2", "3", "4", "?", "5", "6"));
    assertThat(answers.get(0).result().orElseThrow().subject()).isEqualTo("one");
    assertThat(answers.get(6).result().orElseThrow().subject()).isEqualTo("six");
    assertThat(answers.subList(1, 6))
        .allSatisfy(
            answer ->
                assertThat(answer.failure())
                    .map(ItemProblem::type)
                    .contains(ItemProblem.Type.FATAL));
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void anUnknownErrorCodeFailsItsItemOnly() {
    server.thenMessages(
        "GetItem",
        "<m:GetItemResponseMessage ResponseClass=\"Error\"><m:MessageText>Odd.</m:MessageText>"
            + "<m:ResponseCode>ErrorFromTheFuture</m:ResponseCode></m:GetItemResponseMessage>"
            + found(item("2", times())));
    List<Answer<MailboxItem>> answers = session.read(ids("1", "2"));
    assertThat(answers.get(0).failure())
        .contains(
            new ItemProblem(
                ItemProblem.Type.FATAL, "ErrorFromTheFuture", "Odd.", Optional.empty()));
    assertThat(answers.get(1).result()).isPresent();
  }

  @Test
  void anUnreadableAnswerIsHalvedUntilOnlyTheCulpritFails() {
    String broken = found(item("2", "<t:Subject>a < b</t:Subject>"));
    String fine = found(item("1", times() + "<t:Subject>fine</t:Subject>"));
    server
        .thenMessages("GetItem", fine + broken + fine + fine)
        .thenMessages("GetItem", fine + broken)
        .thenMessages("GetItem", fine)
        .thenMessages("GetItem", broken)
        .thenMessages("GetItem", fine + fine);
    List<Answer<MailboxItem>> answers = session.read(ids("1", "2", "3", "4"));
    assertThat(answers)
        .extracting(a -> a.result().isPresent())
        .containsExactly(true, false, true, true);
  }

  @Test
  void missingMessagesAreRetriableItems() {
    server.thenMessages("GetItem", found(item("1", times())));
    List<Answer<MailboxItem>> answers = session.read(ids("1", "2"));
    assertThat(answers.get(0).result()).isPresent();
    assertThat(answers.get(1).failure())
        .map(ItemProblem::type)
        .contains(ItemProblem.Type.RETRIABLE);
  }

  @Test
  void aChangePageOutlivesUnknownValuesAndKindsOfItems() {
    server.thenMessages(
        "SyncFolderItems",
        "<m:SyncFolderItemsResponseMessage ResponseClass=\"Success\">"
            + "<m:ResponseCode>NoError</m:ResponseCode><m:SyncState>AAAA</m:SyncState>"
            + "<m:IncludesLastItemInRange>true</m:IncludesLastItemInRange><m:Changes>"
            + "<t:Create>"
            + item("1", "<t:CalendarItemType>Nebula</t:CalendarItemType><t:Start>?</t:Start>")
            + "</t:Create><t:Update><t:Novelty><t:ItemId Id=\"2\" ChangeKey=\"k\"/></t:Novelty>"
            + "</t:Update><t:ReadFlagChange><t:ItemId Id=\"3\"/><t:IsRead>true</t:IsRead>"
            + "</t:ReadFlagChange><t:Delete><t:ItemId Id=\"4\" ChangeKey=\"k\"/></t:Delete>"
            + "<t:Create><t:CalendarItem/></t:Create><t:Delete/>"
            + "<t:Unheard><t:ItemId Id=\"5\"/></t:Unheard>"
            + "</m:Changes></m:SyncFolderItemsResponseMessage>");
    MailboxChanges page = session.changes(Optional.empty());
    assertThat(page.present()).extracting(h -> h.version().id().value()).containsExactly("1", "2");
    assertThat(page.present().get(0).start()).isEmpty();
    assertThat(page.deleted()).containsExactly(new ItemId("4"));
    assertThat(page.complete()).isTrue();
  }

  @Test
  void documentTypesAndEntitiesAreRefused() {
    server.then(
        StubServer.xml(
            200,
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + StubServer.envelope("GetItem", found(item("1", times()))).substring(38)));
    List<Answer<MailboxItem>> answers = session.read(ids("1"));
    assertThat(answers.get(0).failure())
        .map(ItemProblem::message)
        .hasValueSatisfying(text -> assertThat(text).contains("document type"));
  }

  @Test
  void endlessNestingIsRefused() {
    String deep = "<t:A>".repeat(5000) + "</t:A>".repeat(5000);
    server.thenMessages(
        "SyncFolderItems",
        "<m:SyncFolderItemsResponseMessage>" + deep + "</m:SyncFolderItemsResponseMessage>");
    assertThatThrownBy(() -> session.changes(Optional.empty()))
        .isInstanceOf(SyncException.Retriable.class)
        .hasMessageContaining("nested");
  }

  private MailboxAppointment readOne() {
    return (MailboxAppointment) session.read(ids("1")).get(0).result().orElseThrow();
  }

  private static List<ItemId> ids(String... values) {
    List<ItemId> ids = new ArrayList<>();
    for (String value : values) {
      ids.add(new ItemId(value));
    }
    return ids;
  }
}
