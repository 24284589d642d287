package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Meetings through the deployed EAR: Kari, Ola and a room are linked, Ingrid is a colleague without
 * a linked mailbox, and a guest is known to nobody. Users invite and reply in Outlook; the rows are
 * read from SuperOffice's tables.
 */
class MeetingsIT {
  private static final int KARI = 1;
  private static final int OLA = 2;
  private static final int INGRID = 3;
  private static final int ROOM = 13;
  private static final String KARIS = "kari.haugen@fjordline.example";
  private static final String OLAS = "ola.andersen@fjordline.example";
  private static final String INGRIDS = "ingrid.berg@fjordline.example";
  private static final String ROOMS = "fjorden@fjordline.example";
  private static final String GUEST = "gjest@kunde.example";
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final LocalDate MONDAY =
      LocalDate.now(ZoneOffset.UTC).plusDays(3).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  private static final Duration SOON = Duration.ofSeconds(75);

  private static WholeSystem system;
  private static OutlookUser kari;
  private static OutlookUser ola;
  private static Connection crm;
  private static SuperOfficeUser superOffice;
  private static int mailbox;

  @BeforeAll
  static void linkTwoUsersAndARoom() throws Exception {
    OutlookUser.assumeAvailable();
    system = new WholeSystem("meetings", 9);
    system.start();
    system.every(1, 1);
    crm = system.connect();
    superOffice = new SuperOfficeUser(system.connect(), KARI);
    kari = system.outlook(KARIS);
    ola = system.outlook(OLAS);
    system.simulator().addMailbox(INGRIDS, "Ingrid Berg");
    mailbox = system.link(KARI, KARIS);
    int olas = system.link(OLA, OLAS);
    int rooms = system.link(ROOM, ROOMS);
    system.simulator().addRoom(ROOMS, "Møterom Fjorden");
    for (int each : List.of(mailbox, olas, rooms)) {
      eventually(() -> system.state(each).equals("ACTIVE"));
    }
    assertThat(mails()).as("a first synchronization sends no mail").isEmpty();
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @BeforeEach
  void nothingIsInTheOutbox() {
    system.simulator().control("POST", "/reset-outbox", Map.of());
  }

  @Test
  void aMeetingOfOutlookIsAMasterWithARowForEachParticipant() throws Exception {
    String id =
        kari.invite(
            Map.of(
                "subject", "Budsjettmøte",
                "start", time(MONDAY, 10),
                "end", time(MONDAY, 11),
                "location", "Fjorden",
                "attendees", List.of(OLAS, INGRIDS, GUEST),
                "rooms", List.of(ROOMS)));
    eventually(() -> BookingRow.named(crm, "Budsjettmøte").size() == 4);

    BookingRow master = row("Budsjettmøte", KARI);
    assertThat(master.master()).isTrue();
    assertThat(master.type()).isEqualTo(1);
    assertThat(master.status()).isEqualTo(1);
    assertThat(master.eventUid()).isEqualTo(uid(kari, "Budsjettmøte"));
    assertThat(master.ownedExternally()).isZero();
    for (int colleague : List.of(OLA, INGRID)) {
      BookingRow child = row("Budsjettmøte", colleague);
      assertThat(child.mother()).isEqualTo(master.id());
      assertThat(child.motherAssociate()).isEqualTo(KARI);
      assertThat(child.textId()).isEqualTo(master.textId());
      assertThat(child.type()).isEqualTo(6);
      assertThat(child.status()).isEqualTo(5);
      assertThat(child.invitedPerson())
          .isEqualTo(
              number("SELECT person_id FROM crm7.associate WHERE associate_id=" + colleague));
      assertThat(child.group())
          .isEqualTo(
              number("SELECT group_idx FROM crm7.associate WHERE associate_id=" + colleague));
      assertThat(child.visibleForRows()).isOne();
    }
    BookingRow room = row("Budsjettmøte", ROOM);
    assertThat(List.of(room.type(), room.status(), room.invitedPerson())).containsExactly(1, 1, 0);

    ola.reply(ola.find("Budsjettmøte").orElseThrow().path("id").asText(), "Accept");
    eventually(() -> row("Budsjettmøte", OLA).type() == 1);
    assertThat(row("Budsjettmøte", OLA).status()).isEqualTo(1);

    kari.reschedule(id, Map.of("start", time(MONDAY, 13), "end", time(MONDAY, 14)));
    eventually(
        () ->
            BookingRow.named(crm, "Budsjettmøte").stream()
                .allMatch(each -> each.start().equals(MONDAY.atTime(13, 0))));
    eventually(() -> row("Budsjettmøte", OLA).type() == 6);
    assertThat(row("Budsjettmøte", OLA).status()).isIn(5, 6);

    ola.reply(ola.find("Budsjettmøte").orElseThrow().path("id").asText(), "Decline");
    eventually(() -> row("Budsjettmøte", OLA).status() == 9);
    assertThat(row("Budsjettmøte", KARI).rejected()).isOne();
    assertThat(kari.named("Budsjettmøte")).hasSize(1);
    assertThat(ola.named("Budsjettmøte")).isEmpty();

    kari.cancel(id);
    eventually(() -> BookingRow.named(crm, "Budsjettmøte").stream().noneMatch(BookingRow::master));
    assertThat(BookingRow.named(crm, "Budsjettmøte"))
        .extracting(BookingRow::associate)
        .containsOnly(OLA, INGRID);
    assertThat(row("Budsjettmøte", INGRID).status()).isEqualTo(10);
    settle();
    assertThat(mails())
        .as("only what the users sent")
        .containsExactlyInAnyOrder(
            invited(OLAS),
            invited(INGRIDS),
            invited(GUEST),
            invited(ROOMS),
            "RESPONSE to " + KARIS,
            "RESPONSE to " + KARIS,
            "UPDATE to " + OLAS,
            "UPDATE to " + INGRIDS,
            "UPDATE to " + GUEST,
            "UPDATE to " + ROOMS,
            "RESPONSE to " + KARIS,
            "RESPONSE to " + KARIS,
            "CANCELLATION to " + OLAS,
            "CANCELLATION to " + INGRIDS,
            "CANCELLATION to " + GUEST,
            "CANCELLATION to " + ROOMS);
  }

  @Test
  void aWeeklyMeetingWithThreeAttendeesIsARowForEachParticipantAndDate() throws Exception {
    String id =
        kari.invite(
            Map.of(
                "subject", "Ukestatus",
                "start", time(MONDAY, 9),
                "end", time(MONDAY, 10),
                "attendees", List.of(OLAS, INGRIDS, GUEST),
                "weekly", 5,
                "weekdays", List.of("Monday")));
    eventually(() -> BookingRow.named(crm, "Ukestatus").size() == 15);

    List<BookingRow> rows = BookingRow.named(crm, "Ukestatus");
    assertThat(rows).extracting(BookingRow::rule).containsOnly(rows.get(0).rule());
    assertThat(rows.get(0).rule()).isNotZero();
    for (int week = 0; week < 5; week++) {
      LocalDateTime start = MONDAY.plusWeeks(week).atTime(9, 0);
      List<BookingRow> date = rows.stream().filter(each -> each.start().equals(start)).toList();
      BookingRow master = date.stream().filter(BookingRow::master).findFirst().orElseThrow();
      assertThat(master.associate()).isEqualTo(KARI);
      assertThat(master.eventUid()).isEqualTo(uid(kari, "Ukestatus"));
      assertThat(date)
          .extracting(BookingRow::associate)
          .containsExactlyInAnyOrder(KARI, OLA, INGRID);
      assertThat(date).extracting(BookingRow::mother).containsOnly(master.id());
      assertThat(date).extracting(BookingRow::textId).containsOnly(master.textId());
      assertThat(date)
          .filteredOn(each -> !each.master())
          .allMatch(each -> each.type() == 6 && each.status() == 5);
    }
    assertThat(kari.named("Ukestatus")).hasSize(1);
    assertThat(ola.named("Ukestatus")).hasSize(1);

    kari.reschedule(id, Map.of("location", "Rom 2"));
    eventually(
        () ->
            BookingRow.named(crm, "Ukestatus").stream()
                .allMatch(each -> each.location().equals("Rom 2")));
    kari.rescheduleDate(
        id, 2, Map.of("start", time(MONDAY.plusDays(8), 13), "end", time(MONDAY.plusDays(8), 14)));
    kari.cancelDate(id, 3);
    LocalDateTime moved = MONDAY.plusDays(8).atTime(13, 0);
    LocalDateTime gone = MONDAY.plusWeeks(2).atTime(9, 0);
    eventually(() -> of("Ukestatus", KARI).size() == 4);
    eventually(() -> BookingRow.named(crm, "Ukestatus").stream().filter(at(moved)).count() == 3);
    assertThat(BookingRow.named(crm, "Ukestatus"))
        .filteredOn(each -> each.start().equals(gone))
        .allMatch(each -> each.status() == 10)
        .extracting(BookingRow::associate)
        .containsExactlyInAnyOrder(OLA, INGRID);

    ola.reply(ola.find("Ukestatus").orElseThrow().path("id").asText(), "Decline");
    eventually(() -> of("Ukestatus", OLA).stream().allMatch(each -> each.status() >= 9));
    assertThat(of("Ukestatus", OLA)).hasSize(5);
    assertThat(of("Ukestatus", KARI)).hasSize(4);
    assertThat(of("Ukestatus", KARI)).allMatch(each -> each.rejected() == 1);
    assertThat(ola.named("Ukestatus")).isEmpty();
    settle();
    assertThat(mails())
        .as("only what the users sent")
        .containsOnly(
            invited(OLAS),
            invited(INGRIDS),
            invited(GUEST),
            "UPDATE to " + OLAS,
            "UPDATE to " + INGRIDS,
            "UPDATE to " + GUEST,
            "CANCELLATION to " + OLAS,
            "CANCELLATION to " + INGRIDS,
            "CANCELLATION to " + GUEST,
            "RESPONSE to " + KARIS)
        .hasSize(13);
  }

  @Test
  void aWeeklyBookingOfSuperOfficeIsOneSeriesInEachCalendarAndNoMail() throws Exception {
    LocalDateTime first = MONDAY.plusDays(2).atTime(8, 0);
    List<Integer> dates = superOffice.bookWeekly("Budsjettrunde", first, 4, List.of(OLA, ROOM));

    for (OutlookUser each : List.of(kari, ola, system.outlook(ROOMS))) {
      eventually(() -> each.named("Budsjettrunde").size() == 1);
      assertThat(each.find("Budsjettrunde").orElseThrow().path("type").asText())
          .isEqualTo("RecurringMaster");
    }
    assertThat(kari.find("Budsjettrunde").orElseThrow().path("body").asText())
        .contains("Participants: ")
        .contains("Ola Andersen");
    assertThat(kari.find("Budsjettrunde").orElseThrow().path("attendees")).isEmpty();

    LocalDateTime later = first.plusWeeks(1).plusHours(4);
    for (BookingRow row : BookingRow.named(crm, "Budsjettrunde")) {
      if (row.mother() == dates.get(1)) {
        superOffice.change(
            row.id(), Map.of("do_by", later, "activeDate", later, "endDate", later.plusHours(1)));
      }
    }
    eventually(() -> shown(ola, "Budsjettrunde").contains(utc(later)));
    eventually(() -> shown(kari, "Budsjettrunde").contains(utc(later)));
    assertThat(shown(ola, "Budsjettrunde")).hasSize(4);

    ola.deleteDate(ola.find("Budsjettrunde").orElseThrow().path("id").asText(), 3);
    eventually(
        () ->
            of("Budsjettrunde", OLA).stream()
                .filter(each -> each.status() == 9)
                .anyMatch(at(first.plusWeeks(2))));
    assertThat(of("Budsjettrunde", OLA)).hasSize(4);
    assertThat(shown(kari, "Budsjettrunde")).hasSize(4);
    settle();
    assertThat(mails()).isEmpty();
  }

  @Test
  void aMeetingOfSomebodyOutsideIsAPlainRowThatOnlyHeChanges() throws Exception {
    system.simulator().addMailbox(GUEST, "Gjest");
    OutlookUser guest = system.outlook(GUEST);
    String id =
        guest.invite(
            Map.of(
                "subject", "Anbud",
                "start", time(MONDAY, 14),
                "end", time(MONDAY, 15),
                "attendees", List.of(KARIS, INGRIDS)));
    eventually(() -> BookingRow.named(crm, "Anbud").size() == 1);

    BookingRow row = row("Anbud", KARI);
    assertThat(row.mother()).isZero();
    assertThat(List.of(row.type(), row.status(), row.ownedExternally())).containsExactly(1, 1, 2);
    assertThat(row.externalParticipants()).contains(KARIS, INGRIDS);
    assertThat(row.eventUid()).isEqualTo(uid(kari, "Anbud"));

    superOffice.change(row.id(), Map.of("location", "Hos oss"));
    eventually(
        () -> system.admin().get("/journal?limit=20").toString().contains("OWNED_BY_ORGANIZER"));
    eventually(() -> row("Anbud", KARI).location().isEmpty());

    guest.reschedule(id, Map.of("location", "Hos gjesten"));
    eventually(() -> row("Anbud", KARI).location().equals("Hos gjesten"));
    guest.cancel(id);
    eventually(() -> BookingRow.named(crm, "Anbud").isEmpty());
    settle();
    assertThat(mails())
        .containsExactlyInAnyOrder(
            invited(KARIS),
            invited(INGRIDS),
            "UPDATE to " + KARIS,
            "UPDATE to " + INGRIDS,
            "CANCELLATION to " + KARIS,
            "CANCELLATION to " + INGRIDS);
  }

  @Test
  void withInvitationsToAttendeesExchangeInvites() throws Exception {
    invitations("attendees");
    try {
      superOffice.book(
          "Styremøte", MONDAY.atTime(16, 0), MONDAY.atTime(17, 0), List.of(OLA), Map.of());
      eventually(() -> ola.named("Styremøte").size() == 1);
      eventually(() -> mails().size() == 1);
      assertThat(mails()).containsExactly(invited(OLAS));
      settle();
      assertThat(ola.named("Styremøte")).hasSize(1);
      assertThat(kari.find("Styremøte").orElseThrow().path("attendees").has(OLAS)).isTrue();
      assertThat(BookingRow.named(crm, "Styremøte")).hasSize(2);
    } finally {
      invitations("none");
    }
  }

  /** Nodes remember settings for some seconds. */
  private static void invitations(String value) throws InterruptedException {
    system.admin().put("/settings", Map.of("values", Map.of("invitations", value)));
    Thread.sleep(7_000);
  }

  private static List<String> shown(OutlookUser user, String subject) {
    return user.view(time(MONDAY, 0), time(MONDAY.plusWeeks(8), 0)).stream()
        .filter(date -> date.path("subject").asText().equals(subject))
        .map(date -> date.path("start").asText())
        .toList();
  }

  private static String utc(LocalDateTime wall) {
    return wall.atZone(OSLO).toInstant().toString();
  }

  private static String invited(String to) {
    return "INVITATION to " + to;
  }

  private static List<String> mails() {
    List<String> mails = new ArrayList<>();
    system
        .simulator()
        .control("GET", "/outbox", Map.of())
        .path("mails")
        .forEach(mail -> mails.add(mail.path("kind").asText() + " to " + mail.path("to").asText()));
    return mails;
  }

  private static BookingRow row(String title, int associate) throws SQLException {
    return BookingRow.named(crm, title).stream()
        .filter(each -> each.associate() == associate)
        .findFirst()
        .orElseThrow();
  }

  private static List<BookingRow> of(String title, int associate) throws SQLException {
    return BookingRow.named(crm, title).stream()
        .filter(each -> each.associate() == associate)
        .toList();
  }

  private static Predicate<BookingRow> at(LocalDateTime start) {
    return each -> each.start().equals(start);
  }

  private static String uid(OutlookUser user, String subject) {
    return user.find(subject).orElseThrow().path("uid").asText();
  }

  private static int number(String sql) throws SQLException {
    try (var statement = crm.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void settle() {
    eventually(
        () ->
            StreamSupport.stream(
                    system.admin().get("/mailboxes?limit=50").path("items").spliterator(), false)
                .map(each -> each.path("id").asInt())
                .allMatch(MeetingsIT::quiet));
  }

  private static boolean quiet(int each) {
    return system.admin().post("/mailboxes/" + each + "/plan", Map.of()).path("items").isEmpty();
  }

  private static String time(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(OSLO).toOffsetDateTime().toString();
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(300)).ignoreExceptions().until(condition);
  }
}
