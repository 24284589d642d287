package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.CALENDAR;
import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.delete;
import static io.exchangesync.simulator.Requests.set;
import static io.exchangesync.simulator.Requests.sync;
import static io.exchangesync.simulator.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SyncFolderItemsTest extends RunningSimulator {

  @Test
  void theFirstPassListsEverythingPageByPage() {
    for (int i = 0; i < 5; i++) {
      created(anna, calendarItem("Item " + i, NINE, TEN));
    }
    Element first = anna.call(sync(CALENDAR, "", 2));
    assertThat(all(first, "Create")).hasSize(2);
    assertThat(text(first, "IncludesLastItemInRange")).isEqualTo("false");
    Element second = anna.call(sync(CALENDAR, text(first, "SyncState"), 2));
    assertThat(all(second, "Create")).hasSize(2);
    Element third = anna.call(sync(CALENDAR, text(second, "SyncState"), 2));
    assertThat(all(third, "Create")).hasSize(1);
    assertThat(text(third, "IncludesLastItemInRange")).isEqualTo("true");
    Element idle = anna.call(sync(CALENDAR, text(third, "SyncState"), 2));
    assertThat(all(idle, "ItemId")).isEmpty();
  }

  @Test
  void laterPassesTellUpdatesDeletesAndCreates() {
    Id changed = created(anna, calendarItem("Changed", NINE, TEN));
    Id deleted = created(anna, calendarItem("Deleted", NINE, TEN));
    created(anna, calendarItem("Untouched", NINE, TEN));
    String state = text(anna.call(sync(CALENDAR, "", 512)), "SyncState");
    anna.call(update(changed, "AutoResolve", set("item:Subject", "<t:Subject>Now</t:Subject>")));
    anna.call(delete("MoveToDeletedItems", deleted));
    Id made = created(anna, calendarItem("Made", NINE, TEN));
    Element changes = anna.call(sync(CALENDAR, state, 512));
    assertThat(idsIn(changes, "Update")).containsExactly(changed.id());
    assertThat(idsIn(changes, "Delete")).containsExactly(deleted.id());
    assertThat(idsIn(changes, "Create")).containsExactly(made.id());
  }

  @Test
  void theShapeCarriesWhatTheSynchronizerNeeds() {
    created(
        anna,
        "<t:CalendarItem><t:Body BodyType='Text'>x</t:Body><t:ExtendedProperty>"
            + Requests.STAMP
            + "<t:Value>stamp-1</t:Value></t:ExtendedProperty><t:Start>"
            + NINE
            + "</t:Start><t:End>"
            + TEN
            + "</t:End></t:CalendarItem>");
    Element changes = anna.call(sync(CALENDAR, "", 10));
    assertThat(text(changes, "ItemClass")).isEqualTo("IPM.Appointment");
    assertThat(text(changes, "Start")).isEqualTo(NINE);
    assertThat(text(changes, "CalendarItemType")).isEqualTo("Single");
    assertThat(text(changes, "Value")).isEqualTo("stamp-1");
    assertThat(all(changes, "Body")).isEmpty();
  }

  @Test
  void aStateOfAnotherFolderMailboxOrServerIsRefused() {
    String state = text(anna.call(sync(CALENDAR, "", 10)), "SyncState");
    String trash = "<t:DistinguishedFolderId Id='deleteditems'/>";
    List<Element> answers =
        List.of(
            anna.call(sync(trash, state, 10)),
            bo.call(sync(CALENDAR, state, 10)),
            anna.call(sync(CALENDAR, "H4sIAAA=", 10)),
            anna.call(sync(CALENDAR, "not base64!", 10)));
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(codes(answer)).containsExactly("ErrorInvalidSyncStateData"));
  }

  @Test
  void moreThan512ChangesCannotBeAskedFor() {
    String request = sync(CALENDAR, "", 512).replace(">512<", ">513<");
    String envelope =
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'"
            + " xmlns:m='http://schemas.microsoft.com/exchange/services/2006/messages'"
            + " xmlns:t='http://schemas.microsoft.com/exchange/services/2006/types'><s:Body>"
            + request
            + "</s:Body></s:Envelope>";
    var response = anna.post(envelope);
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(new String(response.body())).contains("ErrorSchemaValidation");
  }

  private static List<String> idsIn(Element changes, String kind) {
    return all(changes, kind).stream()
        .map(change -> all(change, "ItemId").get(0).getAttribute("Id"))
        .toList();
  }
}
