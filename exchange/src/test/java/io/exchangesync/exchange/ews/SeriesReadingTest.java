package io.exchangesync.exchange.ews;

import static io.exchangesync.exchange.ews.StubServer.found;
import static io.exchangesync.exchange.ews.StubServer.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.model.Recurrence.End;
import io.exchangesync.core.model.Recurrence.Rule;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxSession;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masters as servers send them: odd dates and zones are understood, odd patterns fail alone. */
class SeriesReadingTest {
  private static final String WEEKLY =
      "<t:WeeklyRecurrence><t:Interval>2</t:Interval><t:DaysOfWeek>Weekday</t:DaysOfWeek>"
          + "</t:WeeklyRecurrence>";
  private static final String NUMBERED =
      "<t:NumberedRecurrence><t:StartDate>2026-03-02+01:00</t:StartDate>"
          + "<t:NumberOfOccurrences>9</t:NumberOfOccurrences></t:NumberedRecurrence>";

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
  void aPatternIsReadWithOffsetsBehindItsDatesAndWithoutFirstDayOfWeek() {
    server.thenMessages("GetItem", found(master(WEEKLY + NUMBERED, "")));
    assertThat(series().recurrence())
        .isEqualTo(
            new Recurrence(
                new Rule.Weekly(
                    2, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), DayOfWeek.SUNDAY),
                LocalDate.of(2026, 3, 2),
                new End.After(9)));
  }

  @Test
  void deletedDatesAreThoseOfTheZoneOfTheSeriesBeforeAndAfterDaylightSaving() {
    server.thenMessages(
        "GetItem",
        found(
            master(
                WEEKLY + NUMBERED,
                "<t:DeletedOccurrences>"
                    + deleted("2026-03-06T04:30:00Z")
                    + deleted("2026-03-10T03:30:00Z")
                    + "</t:DeletedOccurrences><t:StartTimeZone Id=\"Eastern Standard Time\"/>")));
    assertThat(series().deleted())
        .containsExactlyInAnyOrder(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<t:HourlyRecurrence><t:Interval>1</t:Interval></t:HourlyRecurrence>" + NUMBERED,
        "<t:DailyRecurrence><t:Interval>0</t:Interval></t:DailyRecurrence>" + NUMBERED,
        "<t:DailyRecurrence/>" + NUMBERED,
        "<t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Moonday</t:DaysOfWeek>"
            + "</t:WeeklyRecurrence>"
            + NUMBERED,
        WEEKLY + "<t:UntilTheEndOfTime/>",
        WEEKLY,
        ""
      })
  void aPatternThatIsNotUnderstoodFailsItsItemOnlyAndSaysWhy(String recurrence) {
    server.thenMessages("GetItem", found(master(recurrence, "")) + found(item("2", times())));
    List<Answer<MailboxItem>> answers = read("1", "2");
    ItemProblem problem = answers.get(0).failure().orElseThrow();
    assertThat(problem.type()).isEqualTo(ItemProblem.Type.FATAL);
    assertThat(problem.message()).containsAnyOf("recurrence", "interval");
    assertThat(answers.get(1).result()).isPresent();
  }

  @Test
  void anExceptionThatWentWhileWeReadMakesTheSeriesRetriable() {
    server
        .thenMessages("GetItem", found(master(WEEKLY + NUMBERED, modified("e1"))))
        .thenMessages(
            "GetItem",
            "<m:GetItemResponseMessage ResponseClass=\"Error\"><m:ResponseCode>"
                + "ErrorItemNotFound</m:ResponseCode></m:GetItemResponseMessage>");
    ItemProblem problem = read("1").get(0).failure().orElseThrow();
    assertThat(problem.type()).isEqualTo(ItemProblem.Type.RETRIABLE);
    assertThat(problem.message()).contains("2026-03-05");
  }

  @Test
  void anExceptionThatCanNotBeReadFailsItsSeriesWhole() {
    server
        .thenMessages("GetItem", found(master(WEEKLY + NUMBERED, modified("e1"))))
        .thenMessages(
            "GetItem", found(item("e1", times() + "<t:Sensitivity>Cosmic</t:Sensitivity>")));
    ItemProblem problem = read("1").get(0).failure().orElseThrow();
    assertThat(problem.type()).isEqualTo(ItemProblem.Type.FATAL);
    assertThat(problem.message()).contains("2026-03-05").contains("Cosmic");
  }

  @Test
  void anExceptionThatSaysWhatItsMasterSaysIsNone() {
    server
        .thenMessages("GetItem", found(master(WEEKLY + NUMBERED, modified("e1"))))
        .thenMessages(
            "GetItem",
            found(
                item(
                    "e1",
                    "<t:CalendarItemType>Exception</t:CalendarItemType>"
                        + "<t:Start>2026-03-05T08:00:00Z</t:Start>"
                        + "<t:End>2026-03-05T09:00:00Z</t:End>")));
    assertThat(series().exceptions()).isEmpty();
  }

  private MailboxSeries series() {
    return ((MailboxAppointment) read("1").get(0).result().orElseThrow()).series().orElseThrow();
  }

  private List<Answer<MailboxItem>> read(String... ids) {
    return session.read(Arrays.stream(ids).map(ItemId::new).toList());
  }

  private static String master(String recurrence, String more) {
    return item(
        "1",
        times()
            + "<t:CalendarItemType>RecurringMaster</t:CalendarItemType><t:Recurrence>"
            + recurrence
            + "</t:Recurrence>"
            + more);
  }

  private static String times() {
    return "<t:Start>2026-03-02T08:00:00Z</t:Start><t:End>2026-03-02T09:00:00Z</t:End>";
  }

  private static String deleted(String start) {
    return "<t:DeletedOccurrence><t:Start>" + start + "</t:Start></t:DeletedOccurrence>";
  }

  private static String modified(String id) {
    return "<t:ModifiedOccurrences><t:Occurrence><t:ItemId Id=\""
        + id
        + "\"/><t:Start>2026-03-05T08:00:00Z</t:Start><t:End>2026-03-05T09:00:00Z</t:End>"
        + "<t:OriginalStart>2026-03-05T08:00:00Z</t:OriginalStart></t:Occurrence>"
        + "</t:ModifiedOccurrences>";
  }
}
