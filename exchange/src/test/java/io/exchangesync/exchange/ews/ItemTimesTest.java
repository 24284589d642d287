package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.When;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates of all-day items do not shift, whoever reads them and wherever they were made. */
class ItemTimesTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  @ParameterizedTest
  @CsvSource({
    "W. Europe Standard Time, 2026-05-11T22:00:00Z, 2026-05-12T22:00:00Z",
    "Eastern Standard Time,   2026-05-12T04:00:00Z, 2026-05-13T04:00:00Z",
    "Tokyo Standard Time,     2026-05-11T15:00:00Z, 2026-05-12T15:00:00Z",
    "UTC,                     2026-05-12T00:00:00Z, 2026-05-13T00:00:00Z",
    // no zone, or a custom one: the reader's zone, then UTC
    "'',                      2026-05-11T22:00:00Z, 2026-05-12T22:00:00Z",
    "Customized Time Zone,    2026-05-12T00:00:00Z, 2026-05-13T00:00:00Z",
    // midnights of UTC with another zone named, as phones write them
    "Eastern Standard Time,   2026-05-12T00:00:00Z, 2026-05-13T00:00:00Z",
    // an hour off, as after a change of the zone's rules
    "W. Europe Standard Time, 2026-05-11T23:00:00Z, 2026-05-12T23:00:00Z",
    "W. Europe Standard Time, 2026-05-11T21:00:00Z, 2026-05-12T21:00:00Z",
    // nothing between start and end
    "W. Europe Standard Time, 2026-05-11T22:00:00Z, 2026-05-11T22:00:00Z",
  })
  void theDateIsTheOneOfTheItemsOwnZone(String zone, String start, String end) {
    LocalDate day = LocalDate.of(2026, 5, 12);
    assertThat(read(zone, start, end)).isEqualTo(new When.AllDay(day, day));
  }

  @Test
  void daysOfAClockChangeAreWholeDays() {
    assertThat(read("W. Europe Standard Time", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"))
        .isEqualTo(new When.AllDay(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 29)));
    assertThat(read("W. Europe Standard Time", "2026-10-23T22:00:00Z", "2026-10-26T23:00:00Z"))
        .isEqualTo(new When.AllDay(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 26)));
  }

  private static When read(String zone, String start, String end) {
    return ItemTimes.read(
        element(
            "<CalendarItem><Start>"
                + start
                + "</Start><End>"
                + end
                + "</End><IsAllDayEvent>true</IsAllDayEvent><StartTimeZone Id=\""
                + zone
                + "\"/></CalendarItem>"),
        OSLO);
  }

  private static XmlElement element(String xml) {
    try {
      return EwsAnswer.read(
              new StringReader(
                  "<Envelope><XResponseMessage>" + xml + "</XResponseMessage></Envelope>"))
          .messages()
          .get(0)
          .children()
          .get(0);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
