package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Selections through the deployed EAR: one user has them as a folder, one as a group, one as a
 * category; exchangelib looks from outside, members come and go by SQL.
 */
class SelectionsIT {
  private static final int NEWSLETTER = 1;
  private static final int NOT_VISITED = 4;
  private static final String NAME = "Nyhetsbrev";

  /** A change of members that the change log names is looked at with the next tick. */
  private static final Duration SOON = Duration.ofSeconds(50);

  private static WholeSystem system;
  private static Connection crm;
  private static OutlookUser withFolder;
  private static OutlookUser withGroup;
  private static OutlookUser withCategory;
  private static int held;

  @BeforeAll
  static void linkThreeUsers() throws Exception {
    OutlookUser.assumeAvailable();
    system = new WholeSystem("selections", 10);
    system.start();
    system.every(1, 1);
    crm = system.connect();
    List<String> addresses = new ArrayList<>();
    for (int associate = 1; associate <= 3; associate++) {
      addresses.add(
          text(
              "SELECT MIN(e.email_address) FROM crm7.Email e JOIN crm7.associate a ON a.person_id ="
                  + " e.person_id WHERE a.associate_id = "
                  + associate));
    }
    choose(1, String.valueOf(NEWSLETTER), "folder");
    choose(2, String.valueOf(NEWSLETTER), "group");
    choose(3, NEWSLETTER + "," + NOT_VISITED, "category");
    system.link(1, addresses.get(0), List.of("CONTACT", "SELECTION"));
    system.link(2, addresses.get(1), List.of("CONTACT", "SELECTION"));
    held = system.link(3, addresses.get(2), List.of("CONTACT", "SELECTION"));
    withFolder = system.selectionsOf(addresses.get(0));
    withGroup = system.selectionsOf(addresses.get(1));
    withCategory = system.contactsOf(addresses.get(2));
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  private static void choose(int associate, String selections, String as) {
    system
        .admin()
        .put(
            "/settings/associates/" + associate,
            Map.of("values", Map.of("selections", selections, "selections.as", as)));
  }

  @Test
  void membersAreInTheFolderTheGroupOrTheCategoryAndMoveWithTheMembership() throws Exception {
    int live =
        Integer.parseInt(
            text(
                "SELECT COUNT(*) FROM crm7.selectionmember m JOIN crm7.person p ON p.person_id ="
                    + " m.person_id WHERE p.retired = 0 AND m.selection_id = "
                    + NEWSLETTER));
    eventually(() -> inFolder().size() == live);
    eventually(() -> inGroup().size() == live);
    eventually(() -> inCategory().size() == live);
    assertThat(withFolder.find(NAME).orElseThrow().path("contacts").get(0).path("stamp").asText())
        .contains(";SELECTION;");

    int leaving =
        Integer.parseInt(
            text(
                "SELECT MIN(m.person_id) FROM crm7.selectionmember m JOIN crm7.person p ON"
                    + " p.person_id = m.person_id WHERE p.retired = 0 AND m.selection_id = "
                    + NEWSLETTER));
    int coming =
        Integer.parseInt(
            text(
                "SELECT MAX(person_id) FROM crm7.person WHERE retired = 0 AND person_id NOT IN"
                    + " (SELECT person_id FROM crm7.selectionmember WHERE selection_id = 1)"));
    execute("UPDATE crm7.person SET lastname = 'Kommende' WHERE person_id = " + coming);
    execute("UPDATE crm7.person SET lastname = 'Gående' WHERE person_id = " + leaving);
    execute(
        "INSERT INTO crm7.selectionmember (selectionmember_id, selection_id, contact_id, person_id)"
            + " SELECT 9001, 1, contact_id, person_id FROM crm7.person WHERE person_id = "
            + coming);
    execute("DELETE FROM crm7.selectionmember WHERE selection_id = 1 AND person_id = " + leaving);
    execute("UPDATE crm7.selection SET name = 'Nyheter' WHERE selection_id = 1");
    new SuperOfficeUser(system.connect(), 1).logsSelection(NEWSLETTER);

    eventually(() -> withFolder.find("Nyheter").isPresent());
    eventually(() -> inFolder("Nyheter").contains("Kommende"));
    assertThat(inFolder("Nyheter")).hasSize(live).doesNotContain("Gående");
    assertThat(withFolder.find(NAME)).isEmpty();
    String address = addressOf(coming);
    eventually(() -> inGroup("Nyheter").contains(address));
    assertThat(inGroup("Nyheter")).hasSize(live).doesNotContain(addressOf(leaving));
    eventually(() -> inCategory("Nyheter").contains("Kommende"));
    assertThat(inCategory("Nyheter")).hasSize(live).doesNotContain("Gående");

    withFolder.delete(withFolder.find("Nyheter").orElseThrow().path("id").asText());
    eventually(() -> inFolder("Nyheter").size() == live);
    assertThat(system.mailsSent()).isZero();
    execute("UPDATE crm7.selection SET name = 'Nyhetsbrev' WHERE selection_id = 1");
  }

  @Test
  void aDynamicSelectionWaitsInAHoldThatSaysWhatIsNeeded() throws Exception {
    eventually(() -> !holds().isEmpty());
    assertThat(holds())
        .singleElement()
        .satisfies(
            hold -> {
              assertThat(hold.path("reason").asText()).isEqualTo("SELECTION_DYNAMIC");
              assertThat(hold.path("recordId").asInt()).isEqualTo(NOT_VISITED);
              assertThat(hold.toString()).contains("WebAPI");
            });
    assertThat(system.admin().get("/settings/associates/1").toString())
        .contains("selections.as")
        .contains("folder");
  }

  private static List<JsonNode> holds() {
    return WholeSystem.items(system.admin().get("/holds?mailbox=" + held));
  }

  private static List<String> inFolder() {
    return inFolder(NAME);
  }

  private static List<String> inFolder(String name) {
    return texts(shown(withFolder, name, "folder").map(folder -> folder.path("contacts")))
        .map(contact -> contact.path("surname").asText())
        .toList();
  }

  private static List<String> inGroup() {
    return inGroup(NAME);
  }

  private static List<String> inGroup(String name) {
    return texts(shown(withGroup, name, "group").map(group -> group.path("members")))
        .map(JsonNode::asText)
        .toList();
  }

  private static List<String> inCategory() {
    return inCategory(NAME);
  }

  private static List<String> inCategory(String name) {
    return withCategory.items().stream()
        .filter(contact -> contact.path("categories").toString().contains('"' + name + '"'))
        .map(contact -> contact.path("surname").asText())
        .toList();
  }

  private static Optional<JsonNode> shown(OutlookUser user, String name, String shape) {
    return user.find(name).filter(found -> found.path("shape").asText().equals(shape));
  }

  private static java.util.stream.Stream<JsonNode> texts(Optional<JsonNode> list) {
    return list.stream().flatMap(nodes -> StreamSupport.stream(nodes.spliterator(), false));
  }

  private static String addressOf(int person) throws SQLException {
    return text("SELECT MIN(email_address) FROM crm7.Email WHERE person_id = " + person);
  }

  private static String text(String sql) throws SQLException {
    try (Statement statement = crm.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = crm.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(700)).until(condition);
  }
}
