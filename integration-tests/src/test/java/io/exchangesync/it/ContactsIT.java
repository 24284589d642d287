package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Contacts through the deployed EAR: rows are written as SuperOffice does, exchangelib is the user
 * in Outlook, the timer does the rest.
 */
class ContactsIT {
  private static final int KARI = 1;
  private static final String ADDRESS = "kari.haugen@fjordline.example";
  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).plusDays(10);
  private static final Duration SOON = Duration.ofSeconds(40);

  private static WholeSystem system;
  private static OutlookUser outlook;
  private static Connection crm;
  private static SuperOfficeUser superOffice;

  @BeforeAll
  static void linkAUser() throws Exception {
    OutlookUser.assumeAvailable();
    system = new WholeSystem("contacts", 7);
    system.start();
    system.every(1, 1);
    crm = system.connect();
    superOffice = new SuperOfficeUser(system.connect(), KARI);
    int mailbox = system.link(KARI, ADDRESS, List.of("CONTACT"));
    outlook = system.contactsOf(ADDRESS);
    eventually(() -> system.state(mailbox).equals("ACTIVE"));
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void aPersonOnAnAppointmentIsAContactAsLongAsThereIsAReason() throws Exception {
    int person = personNobodyMeets();
    String last = "Testesen" + person;
    superOffice.changePerson(person, Map.of("lastname", last));
    LocalDateTime start = DAY.atTime(9, 0);
    int row = superOffice.enter("Befaring", start, start.plusHours(1), Map.of("person_id", person));

    eventually(() -> contact(last).isPresent());
    JsonNode created = contact(last).orElseThrow();
    assertThat(created.path("company_name").asText()).isNotEmpty();
    assertThat(created.path("emails").path("EmailAddress1").asText())
        .isEqualTo(text("SELECT MIN(email_address) FROM crm7.Email WHERE person_id = " + person));
    assertThat(created.path("phones").path("MobilePhone").asText()).isNotEmpty();
    assertThat(created.path("categories").toString()).contains("SuperOffice Person");
    assertThat(created.path("stamp").asText()).contains(";CONTACT;");

    superOffice.changePerson(person, Map.of("title", "Daglig leder"));
    eventually(() -> job(last).equals("Daglig leder"));

    outlook.update(created.path("id").asText(), Map.of("job_title", "Ringerunde"));
    eventually(() -> job(last).equals("Daglig leder"));

    outlook.delete(contact(last).orElseThrow().path("id").asText());
    eventually(() -> contact(last).isPresent());
    assertThat(text("SELECT title FROM crm7.person WHERE person_id = " + person))
        .isEqualTo("Daglig leder");

    superOffice.changePerson(person, Map.of("retired", 1));
    eventually(() -> contact(last).isEmpty());
    superOffice.remove(row);
  }

  @Test
  void contactsOfTheUserStayAsTheyAre() throws Exception {
    String own = outlook.create(Map.of("display_name", "Tante Olga", "given_name", "Olga"));
    int person = personNobodyMeets();
    String last = "Andersen" + person;
    superOffice.changePerson(person, Map.of("lastname", last));
    LocalDateTime start = DAY.atTime(11, 0);
    superOffice.enter("Møte", start, start.plusHours(1), Map.of("person_id", person));
    eventually(() -> contact(last).isPresent());
    JsonNode olga =
        outlook.items().stream()
            .filter(item -> item.path("subject").asText().equals("Tante Olga"))
            .findFirst()
            .orElseThrow();
    assertThat(olga.path("id").asText()).isEqualTo(own);
    assertThat(olga.path("stamp").isNull()).isTrue();
  }

  private static String job(String lastName) {
    return contact(lastName).map(item -> item.path("job_title").asText()).orElse("");
  }

  private static Optional<JsonNode> contact(String lastName) {
    return outlook.items().stream()
        .filter(item -> item.path("surname").asText().equals(lastName))
        .findFirst();
  }

  /** A person of a customer that no diary row names. */
  private static int personNobodyMeets() throws SQLException {
    return Integer.parseInt(
        text(
            "SELECT MIN(p.person_id) FROM crm7.person p WHERE p.lastname NOT LIKE '%sen[0-9]%' AND"
                + " p.retired = 0 AND p.contact_id NOT IN (SELECT contact_id FROM"
                + " crm7.OwnerContactLink) AND NOT EXISTS (SELECT 1 FROM crm7.appointment a WHERE"
                + " a.person_id = p.person_id OR a.invitedPersonId = p.person_id)"));
  }

  private static String text(String sql) throws SQLException {
    try (Statement statement = crm.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(condition);
  }
}
