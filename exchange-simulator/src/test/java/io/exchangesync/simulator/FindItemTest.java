package io.exchangesync.simulator;

import static io.exchangesync.simulator.EwsClient.all;
import static io.exchangesync.simulator.EwsClient.codes;
import static io.exchangesync.simulator.Requests.CALENDAR;
import static io.exchangesync.simulator.Requests.STAMP;
import static io.exchangesync.simulator.Requests.calendarItem;
import static io.exchangesync.simulator.Requests.create;
import static io.exchangesync.simulator.Requests.created;
import static io.exchangesync.simulator.Requests.find;
import static io.exchangesync.simulator.Requests.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FindItemTest extends RunningSimulator {
  private static final String BY_SUBJECT =
      "<m:SortOrder><t:FieldOrder Order='Ascending'><t:FieldURI FieldURI='item:Subject'/>"
          + "</t:FieldOrder></m:SortOrder>";
  private static final String BY_START_DOWN =
      "<m:SortOrder><t:FieldOrder Order='Descending'><t:FieldURI FieldURI='calendar:Start'/>"
          + "</t:FieldOrder></m:SortOrder>";

  @Test
  void pagesFollowEachOtherToTheEnd() {
    abc();
    Element first = anna.call(find(CALENDAR, page(0, 2) + BY_SUBJECT));
    assertThat(subjects(first)).containsExactly("Alpha", "Beta");
    assertThat(root(first).getAttribute("IndexedPagingOffset")).isEqualTo("2");
    assertThat(root(first).getAttribute("TotalItemsInView")).isEqualTo("3");
    assertThat(root(first).getAttribute("IncludesLastItemInRange")).isEqualTo("false");
    Element second = anna.call(find(CALENDAR, page(2, 2) + BY_SUBJECT));
    assertThat(subjects(second)).containsExactly("Gamma");
    assertThat(root(second).getAttribute("IncludesLastItemInRange")).isEqualTo("true");
  }

  @Test
  void fractionsOfAListCanBeAskedFor() {
    abc();
    Element half =
        anna.call(
            find(
                CALENDAR,
                "<m:FractionalPageItemView MaxEntriesReturned='10' Numerator='1' Denominator='3'/>"
                    + BY_SUBJECT));
    assertThat(subjects(half)).containsExactly("Beta", "Gamma");
  }

  @Test
  void sortOrdersCanGoDown() {
    abc();
    assertThat(subjects(anna.call(find(CALENDAR, BY_START_DOWN))))
        .containsExactly("Gamma", "Beta", "Alpha");
  }

  @Test
  void restrictionsSelect() {
    abc();
    assertThat(search(compare("IsGreaterThan", "calendar:Start", "2026-03-10T10:30:00+01:00")))
        .containsExactly("Beta", "Gamma");
    assertThat(search(compare("IsEqualTo", "item:Subject", "ALPHA"))).containsExactly("Alpha");
    assertThat(search(compare("IsNotEqualTo", "item:Subject", "Alpha")))
        .containsExactly("Beta", "Gamma");
    assertThat(
            search(
                "<t:Contains ContainmentMode='Substring' ContainmentComparison='IgnoreCase'>"
                    + "<t:FieldURI FieldURI='item:Subject'/><t:Constant Value='ET'/></t:Contains>"))
        .containsExactly("Beta");
    assertThat(
            search(
                "<t:Or>"
                    + compare("IsEqualTo", "item:Subject", "Alpha")
                    + "<t:And>"
                    + compare("IsGreaterThanOrEqualTo", "calendar:Start", "2026-03-12T09:00:00Z")
                    + "<t:Not>"
                    + compare("IsEqualTo", "item:Subject", "Delta")
                    + "</t:Not></t:And></t:Or>"))
        .containsExactly("Alpha", "Gamma");
  }

  @Test
  void stampsAreFound() {
    created(anna, stamped("Mine", "4711"));
    created(anna, stamped("Other", "4712"));
    created(anna, calendarItem("None", NINE, TEN));
    assertThat(
            search(
                "<t:IsEqualTo>"
                    + STAMP
                    + "<t:FieldURIOrConstant><t:Constant Value='4711'/></t:FieldURIOrConstant>"
                    + "</t:IsEqualTo>"))
        .containsExactly("Mine");
    assertThat(search("<t:Exists>" + STAMP + "</t:Exists>")).containsExactly("Mine", "Other");
  }

  @Test
  void aPageEndsAt250WithARestrictionAndAt1000Without() {
    for (int batch = 0; batch < 6; batch++) {
      String items =
          IntStream.range(0, 200)
              .mapToObj(n -> calendarItem("Item", NINE, TEN))
              .collect(Collectors.joining());
      anna.call(create(items));
    }
    Element all = anna.call(find(CALENDAR, page(0, 5000)));
    assertThat(subjects(all)).hasSize(1000);
    assertThat(root(all).getAttribute("TotalItemsInView")).isEqualTo("1200");
    Element restricted =
        anna.call(
            find(
                CALENDAR,
                "<m:Restriction>"
                    + compare("IsEqualTo", "item:Subject", "Item")
                    + "</m:Restriction>"));
    assertThat(subjects(restricted)).hasSize(250);
    assertThat(root(restricted).getAttribute("IncludesLastItemInRange")).isEqualTo("false");
  }

  @Test
  void aCalendarViewShowsWhatOverlapsInOrderOfStart() {
    created(anna, calendarItem("Before", "2026-03-09T09:00:00Z", "2026-03-10T00:00:00Z"));
    created(anna, calendarItem("Late", "2026-03-10T20:00:00Z", "2026-03-10T21:00:00Z"));
    created(anna, calendarItem("Into", "2026-03-09T23:00:00Z", "2026-03-10T01:00:00Z"));
    created(anna, calendarItem("After", "2026-03-11T00:00:00Z", "2026-03-11T01:00:00Z"));
    assertThat(subjects(anna.call(find(CALENDAR, view("2026-03-10", "2026-03-11")))))
        .containsExactly("Into", "Late");
    assertThat(codes(anna.call(find(CALENDAR, view("2026-01-01", "2028-06-01")))))
        .containsExactly("ErrorCalendarViewRangeTooBig");
  }

  @Test
  void bodiesAreNotListed() {
    abc();
    String request =
        find(CALENDAR, "")
            .replace("<t:FieldURI FieldURI='item:Subject'/>", "<t:FieldURI FieldURI='item:Body'/>");
    assertThat(codes(anna.call(request))).containsExactly("ErrorInvalidPropertyRequest");
  }

  private void abc() {
    created(anna, calendarItem("Beta", "2026-03-11T09:00:00Z", "2026-03-11T10:00:00Z"));
    created(anna, calendarItem("Alpha", NINE, TEN));
    created(anna, calendarItem("Gamma", "2026-03-12T09:00:00Z", "2026-03-12T10:00:00Z"));
  }

  private List<String> search(String restriction) {
    return subjects(
        anna.call(
            find(CALENDAR, "<m:Restriction>" + restriction + "</m:Restriction>" + BY_SUBJECT)));
  }

  private static String compare(String operator, String uri, String constant) {
    return "<t:"
        + operator
        + "><t:FieldURI FieldURI='"
        + uri
        + "'/><t:FieldURIOrConstant><t:Constant Value='"
        + constant
        + "'/></t:FieldURIOrConstant></t:"
        + operator
        + ">";
  }

  private static String stamped(String subject, String stamp) {
    return "<t:CalendarItem><t:Subject>"
        + subject
        + "</t:Subject><t:ExtendedProperty>"
        + STAMP
        + "<t:Value>"
        + stamp
        + "</t:Value></t:ExtendedProperty><t:Start>"
        + NINE
        + "</t:Start><t:End>"
        + TEN
        + "</t:End></t:CalendarItem>";
  }

  private static String page(int offset, int max) {
    return "<m:IndexedPageItemView MaxEntriesReturned='"
        + max
        + "' Offset='"
        + offset
        + "' BasePoint='Beginning'/>";
  }

  private static String view(String from, String to) {
    return "<m:CalendarView StartDate='" + from + "T00:00:00Z' EndDate='" + to + "T00:00:00Z'/>";
  }

  private static Element root(Element response) {
    return all(response, "RootFolder").get(0);
  }
}
