package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.text;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.get;
import static io.exchangesync.simulator.Requests.set;
import static io.exchangesync.simulator.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.Requests.Id;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class RestartTest {
  private static final String DAILY =
      "<t:Task><t:Subject>Report</t:Subject><t:Recurrence><t:DailyRecurrence><t:Interval>1</t:Interval>"
          + "</t:DailyRecurrence><t:NoEndRecurrence><t:StartDate>2026-03-10</t:StartDate>"
          + "</t:NoEndRecurrence></t:Recurrence></t:Task>";
  private static final String LIST =
      "<t:DistributionList><t:DisplayName>Group</t:DisplayName><t:Members><t:Member><t:Mailbox>"
          + "<t:EmailAddress>one@x.example</t:EmailAddress></t:Mailbox></t:Member></t:Members>"
          + "</t:DistributionList>";
  private static final String PICTURED =
      "<t:Contact><t:Attachments><t:FileAttachment><t:Name>me.jpg</t:Name>"
          + "<t:Content>cGljdHVyZQ==</t:Content></t:FileAttachment></t:Attachments></t:Contact>";

  @TempDir Path folder;

  @Test
  void tasksContactsListsAndDeletedFoldersOutliveTheProcess() {
    List<Id> ids = new ArrayList<>();
    List<String> before = new ArrayList<>();
    List<String> states = new ArrayList<>();
    run(
        anna -> {
          Id series = created(anna, DAILY);
          Element done =
              anna.call(
                  update(
                      series,
                      "AlwaysOverwrite",
                      set("Task", "task:Status", "<t:Status>Completed</t:Status>")));
          ids.addAll(List.of(series, Id.in(done), created(anna, LIST), created(anna, PICTURED)));
          String made = all(anna.call(createFolder()), "FolderId").get(0).getAttribute("Id");
          states.add(text(anna.call(hierarchy("")), "SyncState"));
          anna.call(
              "<m:DeleteFolder DeleteType='HardDelete'><m:FolderIds><t:FolderId Id='"
                  + made
                  + "'/></m:FolderIds></m:DeleteFolder>");
          ids.forEach(id -> before.add(content(anna, id)));
        });
    for (int start = 0; start < 2; start++) {
      run(
          anna -> {
            assertThat(ids).extracting(id -> content(anna, id)).isEqualTo(before);
            assertThat(all(anna.call(hierarchy(states.get(0))), "Delete")).hasSize(1);
          });
    }
    assertThat(before.get(0)).contains("NotStarted", "2026-03-11");
    assertThat(before.get(1)).contains("Completed", "2026-03-10");
    assertThat(before.get(2)).contains("one@x.example");
    assertThat(before.get(3)).contains("me.jpg");
  }

  private void run(Consumer<EwsClient> work) {
    try (ExchangeSimulator simulator =
        ExchangeSimulator.start(SimulatorConfig.forTests().withData(folder))) {
      simulator.addMailbox("anna@example.com", "Anna Berg", "secret");
      work.accept(EwsClient.basic(simulator.url(), "anna@example.com", "secret"));
    }
  }

  private static String content(EwsClient client, Id id) {
    return client.call(get("AllProperties", "", id)).getTextContent();
  }

  private static String createFolder() {
    return "<m:CreateFolder><m:ParentFolderId><t:DistinguishedFolderId Id='contacts'/>"
        + "</m:ParentFolderId><m:Folders><t:ContactsFolder><t:DisplayName>Selection</t:DisplayName>"
        + "</t:ContactsFolder></m:Folders></m:CreateFolder>";
  }

  private static String hierarchy(String state) {
    return "<m:SyncFolderHierarchy><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape>"
        + "</m:FolderShape>"
        + (state.isEmpty() ? "" : "<m:SyncState>" + state + "</m:SyncState>")
        + "</m:SyncFolderHierarchy>";
  }
}
