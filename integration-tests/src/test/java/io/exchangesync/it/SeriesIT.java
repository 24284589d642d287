package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Series through the deployed EAR: made, moved, edited and deleted by date on one side, looked at
 * from outside on the other.
 */
class SeriesIT {
  private static final int KARI = 1;
  private static final String ADDRESS = "kari.haugen@fjordline.example";
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final LocalDate MONDAY =
      LocalDate.now(ZoneOffset.UTC).plusDays(3).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  private static final Duration SOON = Duration.ofSeconds(40);

  private static WholeSystem system;
  private static OutlookUser outlook;
  private static Connection crm;
  private static SuperOfficeUser superOffice;
  private static int mailbox;

  @BeforeAll
  static void linkAUser() throws Exception {
    OutlookUser.assumeAvailable();
    system = new WholeSystem("series", 8);
    system.start();
    system.every(1, 1);
    crm = system.connect();
    superOffice = new SuperOfficeUser(system.connect(), KARI);
    outlook = system.outlook(ADDRESS);
    mailbox = system.link(KARI, ADDRESS);
    eventually(() -> system.state(mailbox).equals("ACTIVE"));
  }

  @AfterAll
  static void nothingWasMailed() throws Exception {
    if (system != null) {
      try (var all = system) {
        assertThat(all.mailsSent()).isZero();
      }
    }
  }

  @Test
  void aSeriesOfOutlookIsARuleAndARowForEachDate() throws Exception {
    String id =
        outlook.create(
            Map.of(
                "subject",
                "Ukemøte",
                "location",
                "Rom 1",
                "start",
                time(MONDAY, 10),
                "end",
                time(MONDAY, 11),
                "weekly",
                6,
                "weekdays",
                List.of("Monday", "Wednesday")));

    eventually(() -> starts("Ukemøte").size() == 6);
    assertThat(starts("Ukemøte"))
        .containsExactly(
            MONDAY.atTime(10, 0),
            MONDAY.plusDays(2).atTime(10, 0),
            MONDAY.plusDays(7).atTime(10, 0),
            MONDAY.plusDays(9).atTime(10, 0),
            MONDAY.plusDays(14).atTime(10, 0),
            MONDAY.plusDays(16).atTime(10, 0));
    int rule = rule("Ukemøte");
    assertThat(row("SELECT pattern, subPattern, weekdays, cyclicWeek", rule))
        .containsExactly(2, 0, 1 + 4, 1);
    assertThat(
            row("SELECT COUNT(DISTINCT text_id) FROM crm7.appointment", "recurrenceRuleId", rule))
        .containsExactly(6);

    outlook.updateDate(
        id, 3, Map.of("start", time(MONDAY.plusDays(7), 14), "end", time(MONDAY.plusDays(7), 15)));
    outlook.deleteDate(id, 4);
    eventually(() -> starts("Ukemøte").size() == 5);
    eventually(() -> starts("Ukemøte").contains(MONDAY.plusDays(7).atTime(14, 0)));
    assertThat(starts("Ukemøte")).doesNotContain(MONDAY.plusDays(9).atTime(10, 0));
    assertThat(rule("Ukemøte")).isEqualTo(rule);

    outlook.update(id, Map.of("location", "Rom 2"));
    eventually(
        () ->
            DiaryEntry.named(crm, KARI, "Ukemøte").stream()
                .allMatch(date -> date.location().equals("Rom 2")));
    assertThat(starts("Ukemøte")).hasSize(5).contains(MONDAY.plusDays(7).atTime(14, 0));

    outlook.delete(id);
    eventually(() -> starts("Ukemøte").isEmpty());
    assertThat(row("SELECT COUNT(*) FROM crm7.RecurrenceRule", "RecurrenceRule_id", rule))
        .containsExactly(0);
  }

  @Test
  void aSeriesOfSuperOfficeIsOneRecurringItem() throws Exception {
    LocalDate first = MONDAY.plusDays(1);
    List<Integer> dates = superOffice.enterWeekly("Salgsmøte", first.atTime(9, 0), 5);

    eventually(() -> shown("Salgsmøte").size() == 5);
    List<JsonNode> masters = outlook.named("Salgsmøte");
    assertThat(masters).hasSize(1);
    assertThat(masters.get(0).path("type").asText()).isEqualTo("RecurringMaster");

    LocalDateTime later = first.plusWeeks(1).atTime(13, 0);
    superOffice.change(
        dates.get(1), Map.of("do_by", later, "activeDate", later, "endDate", later.plusHours(1)));
    superOffice.remove(dates.get(2));
    eventually(() -> shown("Salgsmøte").size() == 4);
    eventually(
        () ->
            shown("Salgsmøte").stream()
                .anyMatch(
                    date ->
                        date.path("start").asText().equals(utc(later))
                            && date.path("type").asText().equals("Exception")));
    assertThat(outlook.named("Salgsmøte")).hasSize(1);

    for (int date : List.of(dates.get(0), dates.get(1), dates.get(3), dates.get(4))) {
      superOffice.remove(date);
    }
    eventually(() -> outlook.named("Salgsmøte").isEmpty());
  }

  @Test
  void anItemOfOutlookTurnsIntoASeriesAndBackAndKeepsItsRow() throws Exception {
    LocalDate first = MONDAY.plusDays(3);
    int row =
        superOffice.enter(
            "Oppfølging", first.atTime(12, 0), first.atTime(13, 0), Map.of("project_id", 3));
    eventually(() -> outlook.named("Oppfølging").size() == 1);
    String id = outlook.named("Oppfølging").get(0).path("id").asText();

    outlook.update(
        id,
        Map.of(
            "start",
            time(first, 12),
            "end",
            time(first, 13),
            "weekly",
            4,
            "weekdays",
            List.of("Thursday")));
    eventually(() -> starts("Oppfølging").size() == 4);
    assertThat(DiaryEntry.named(crm, KARI, "Oppfølging")).extracting(DiaryEntry::id).contains(row);
    int rule = rule("Oppfølging");
    assertThat(
            row("SELECT COUNT(*) FROM crm7.appointment", "project_id=3 AND recurrenceRuleId", rule))
        .containsExactly(4);
    assertThat(shown("Oppfølging")).hasSize(4);

    outlook.update(id, Map.of("once", true));
    eventually(() -> starts("Oppfølging").size() == 1);
    assertThat(DiaryEntry.named(crm, KARI, "Oppfølging"))
        .extracting(DiaryEntry::id)
        .containsExactly(row);
    assertThat(row("SELECT COUNT(*) FROM crm7.RecurrenceRule", "RecurrenceRule_id", rule))
        .containsExactly(0);
    assertThat(outlook.named("Oppfølging")).hasSize(1);
  }

  @Test
  void aSeriesDissolvedInSuperOfficeIsASingleItemAgain() throws Exception {
    LocalDate first = MONDAY.plusDays(4);
    List<Integer> dates = superOffice.enterWeekly("Kurs", first.atTime(9, 0), 3);
    eventually(() -> shown("Kurs").size() == 3);
    String id = outlook.named("Kurs").get(0).path("id").asText();

    for (int date : dates) {
      superOffice.change(date, Map.of("recurrenceRuleId", 0));
    }
    eventually(() -> outlook.named("Kurs").size() == 3);
    assertThat(outlook.named("Kurs"))
        .allMatch(item -> item.path("type").asText().equals("Single"))
        .anyMatch(item -> item.path("id").asText().equals(id));
    assertThat(shown("Kurs")).hasSize(3);
  }

  @Test
  void customDatesOfSuperOfficeAreSingleItems() throws Exception {
    List<Integer> rows = new ArrayList<>();
    for (int day : List.of(0, 1, 9)) {
      LocalDateTime start = MONDAY.plusDays(day).atTime(15, 0);
      rows.add(superOffice.enter("Befaring", start, start.plusHours(1), Map.of()));
    }
    int rule =
        superOffice.chooseDates(rows, MONDAY.atTime(15, 0), MONDAY.plusDays(9).atTime(15, 0));
    eventually(() -> outlook.named("Befaring").size() == 3);
    assertThat(outlook.named("Befaring"))
        .allMatch(item -> item.path("type").asText().equals("Single"));

    JsonNode second =
        outlook.named("Befaring").stream()
            .filter(
                item -> item.path("start").asText().equals(utc(MONDAY.plusDays(1).atTime(15, 0))))
            .findFirst()
            .orElseThrow();
    outlook.update(second.path("id").asText(), Map.of("location", "Kai 7"));
    eventually(
        () ->
            DiaryEntry.named(crm, KARI, "Befaring").stream()
                .anyMatch(date -> date.location().equals("Kai 7")));
    assertThat(row("SELECT COUNT(*) FROM crm7.appointment", "recurrenceRuleId", rule))
        .containsExactly(3);
    superOffice.remove(rows.get(2));
    eventually(() -> outlook.named("Befaring").size() == 2);
  }

  @Test
  void whenBothSidesAreInStepNothingIsPlanned() throws Exception {
    outlook.create(
        Map.of("subject", "Standup", "start", time(MONDAY, 8), "end", time(MONDAY, 9), "daily", 4));
    eventually(() -> starts("Standup").size() == 4);
    Thread.sleep(3_000);

    JsonNode plan = system.admin().post("/mailboxes/" + mailbox + "/plan?mode=full", Map.of());
    assertThat(
            plan.path("items").findValuesAsText("subject").stream()
                .filter(subject -> subject.equals("Standup")))
        .isEmpty();
  }

  private static List<LocalDateTime> starts(String title) throws SQLException {
    return DiaryEntry.named(crm, KARI, title).stream().map(DiaryEntry::start).sorted().toList();
  }

  private static int rule(String title) throws SQLException {
    int date = DiaryEntry.named(crm, KARI, title).get(0).id();
    return row("SELECT recurrenceRuleId FROM crm7.appointment", "appointment_id", date).get(0);
  }

  private static List<Integer> row(String select, int rule) throws SQLException {
    return row(select + " FROM crm7.RecurrenceRule", "RecurrenceRule_id", rule);
  }

  private static List<Integer> row(String select, String key, int value) throws SQLException {
    try (var query = crm.prepareStatement(select + " WHERE " + key + "=?")) {
      query.setInt(1, value);
      List<Integer> values = new ArrayList<>();
      try (var rows = query.executeQuery()) {
        rows.next();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(rows.getInt(i));
        }
      }
      return values;
    }
  }

  private static List<JsonNode> shown(String subject) {
    return outlook.view(time(MONDAY, 0), time(MONDAY.plusWeeks(8), 0)).stream()
        .filter(date -> date.path("subject").asText().equals(subject))
        .toList();
  }

  private static String time(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(OSLO).toOffsetDateTime().toString();
  }

  private static String utc(LocalDateTime wall) {
    return wall.atZone(OSLO).withZoneSameInstant(ZoneOffset.UTC).toInstant().toString();
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(condition);
  }
}
