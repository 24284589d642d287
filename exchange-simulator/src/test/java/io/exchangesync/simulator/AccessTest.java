package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.Requests.CALENDAR;
import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.delete;
import static io.exchangesync.simulator.Requests.find;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest extends RunningSimulator {
  private static final String ANNAS =
      "<t:DistinguishedFolderId Id='calendar'><t:Mailbox><t:EmailAddress>anna@example.com"
          + "</t:EmailAddress></t:Mailbox></t:DistinguishedFolderId>";

  @Test
  void wrongCredentialsAreAnsweredWith401AndTheWaysToSignIn() {
    HttpResponse<byte[]> response =
        EwsClient.basic(simulator.url(), "anna@example.com", "wrong").send(find(CALENDAR, ""));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().allValues("WWW-Authenticate"))
        .anyMatch(way -> way.startsWith("Basic"))
        .contains("Bearer");
    assertThat(EwsClient.bearer(simulator.url(), "wrong").send(find(CALENDAR, "")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aliasesAndDomainNamesSignInToo() {
    assertThat(
            codes(
                EwsClient.basic(simulator.url(), "EXAMPLE\\anna", "secret")
                    .call(find(CALENDAR, ""))))
        .containsExactly("NoError");
  }

  @Test
  void aDelegateOfOneKindOfFolderOpensNoOther() {
    simulator.delegate("anna@example.com", "bo@example.com", "IPF.Task", Set.of(Right.READ));
    String task = "<t:Task><t:Subject>Open</t:Subject></t:Task>";
    String secret =
        "<t:Task><t:Subject>Secret</t:Subject><t:Sensitivity>Private</t:Sensitivity></t:Task>";
    Id open = created(anna, task);
    created(anna, secret);
    Id meeting = created(anna, calendarItem("Meeting", NINE, TEN));
    Id contact = created(anna, "<t:Contact/>");
    String tasks = ANNAS.replace("calendar", "tasks");
    assertThat(subjects(bo.call(find(tasks, "")))).containsExactly("Open");
    assertThat(codes(bo.call(get("IdOnly", "", open, meeting, contact))))
        .containsExactly("NoError", "ErrorAccessDenied", "ErrorAccessDenied");
    assertThat(codes(bo.call(find(ANNAS, "")))).containsExactly("ErrorAccessDenied");
    assertThat(codes(bo.call(Requests.deleteTask("AllOccurrences", open))))
        .containsExactly("ErrorAccessDenied");
    simulator.delegate("anna@example.com", "bo@example.com", "IPF.Task", Set.of());
    assertThat(codes(bo.call(find(tasks, "")))).containsExactly("ErrorAccessDenied");
  }

  @Test
  void theServiceAccountActsAsAnyMailbox() {
    created(service.impersonating("anna@example.com"), calendarItem("By service", NINE, TEN));
    assertThat(subjects(anna.call(find(CALENDAR, "")))).containsExactly("By service");
    assertThat(subjects(service.call(find(CALENDAR, "")))).isEmpty();
  }

  @Test
  void othersMayNotImpersonate() {
    assertThat(bo.impersonating("anna@example.com").fault(find(CALENDAR, "")))
        .isEqualTo("ErrorImpersonateUserDenied");
    assertThat(service.impersonating("nobody@example.com").fault(find(CALENDAR, "")))
        .isEqualTo("ErrorNonExistentMailbox");
  }

  @Test
  void anApplicationWithATokenHasToSayAsWhom() {
    simulator.acceptToken("token-1", "synchronizer");
    EwsClient application = EwsClient.bearer(simulator.url(), "token-1");
    assertThat(codes(application.impersonating("anna@example.com").call(find(CALENDAR, ""))))
        .containsExactly("NoError");
    assertThat(codes(application.call(find(CALENDAR, ""))))
        .containsExactly("ErrorMissingEmailAddress");
  }

  @Test
  void otherMailboxesAreClosedWithoutRights() {
    Id id = created(anna, calendarItem("Mine", NINE, TEN));
    assertThat(codes(bo.call(find(ANNAS, "")))).containsExactly("ErrorAccessDenied");
    assertThat(codes(bo.call(get("IdOnly", "", id)))).containsExactly("ErrorAccessDenied");
    assertThat(codes(bo.call(find(ANNAS.replace("anna", "nobody"), ""))))
        .containsExactly("ErrorNonExistentMailbox");
  }

  @Test
  void delegatesDoWhatTheirRightsSay() {
    Id open = created(anna, calendarItem("Open", NINE, TEN));
    Id hidden =
        created(
            anna,
            calendarItem("Private", NINE, TEN)
                .replace("<t:Start>", "<t:Sensitivity>Private</t:Sensitivity><t:Start>"));
    simulator.delegate("anna@example.com", "bo@example.com", Set.of(Right.READ));
    assertThat(subjects(bo.call(find(ANNAS, "")))).containsExactly("Open");
    assertThat(codes(bo.call(get("IdOnly", "", open, hidden))))
        .containsExactly("NoError", "ErrorAccessDenied");
    assertThat(codes(bo.call(delete("HardDelete", open)))).containsExactly("ErrorAccessDenied");
    simulator.delegate(
        "anna@example.com",
        "bo@example.com",
        Set.of(Right.READ, Right.WRITE, Right.VIEW_PRIVATE_ITEMS));
    assertThat(subjects(bo.call(find(ANNAS, "")))).containsExactly("Open", "Private");
    String intoAnnas =
        create(calendarItem("By Bo", NINE, TEN))
            .replace(
                "<m:Items>", "<m:SavedItemFolderId>" + ANNAS + "</m:SavedItemFolderId><m:Items>");
    assertThat(codes(bo.call(intoAnnas))).containsExactly("NoError");
    assertThat(subjects(anna.call(find(CALENDAR, "")))).contains("By Bo");
  }

  @Test
  void documentTypesAndBrokenXmlAreRefused() {
    String[] bad = {
      "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>", "<x>", "no xml"
    };
    for (String request : bad) {
      HttpResponse<byte[]> response = anna.post(request);
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(new String(response.body())).contains("ErrorSchemaValidation");
    }
  }

  @Test
  void unknownVersionsAndOperationsAreFaults() {
    assertThat(anna.version("Exchange1999").fault(find(CALENDAR, "")))
        .isEqualTo("ErrorInvalidServerVersion");
    assertThat(anna.fault("<m:GetRoomLists/>")).isEqualTo("ErrorSchemaValidation");
  }
}
