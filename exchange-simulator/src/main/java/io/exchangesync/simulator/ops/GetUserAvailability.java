package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.availability.BusyTimes;
import io.exchangesync.simulator.availability.ClientZone;
import io.exchangesync.simulator.availability.Suggestions;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Tells when people are busy. Everybody may know that; what they are busy with is told only to who
 * may read the calendar.
 */
final class GetUserAvailability implements Operation {
  private static final Duration LONGEST = Duration.ofDays(62);

  @Override
  public String name() {
    return "GetUserAvailabilityRequest";
  }

  /** From one time to another. */
  private record Window(Instant from, Instant to) {
    static Window read(Element element, ClientZone zone) {
      Window window =
          new Window(
              zone.instant(Dom.required(element, "StartTime").getTextContent()),
              zone.instant(Dom.required(element, "EndTime").getTextContent()));
      if (!window.from().isBefore(window.to())) {
        throw new SoapFault("ErrorInvalidTimeInterval", "The end is not after the start.");
      }
      if (Duration.between(window.from(), window.to()).compareTo(LONGEST) > 0) {
        throw new SoapFault("ErrorTimeIntervalTooBig", "The interval is longer than 62 days.");
      }
      return window;
    }
  }

  @Override
  public void answer(Call call) {
    ClientZone zone =
        call.child("TimeZone")
            .map(ClientZone::read)
            .orElseThrow(() -> new SoapFault("ErrorTimeZone", "The request says no time zone."));
    List<Element> people = Dom.children(call.required("MailboxDataArray"), "MailboxData");
    call.out().open("m:GetUserAvailabilityResponse");
    call.child("FreeBusyViewOptions").ifPresent(options -> freeBusy(call, zone, people, options));
    call.child("SuggestionsViewOptions")
        .ifPresent(options -> suggestions(call, zone, people, options));
    call.out().close("m:GetUserAvailabilityResponse");
  }

  private static void freeBusy(Call call, ClientZone zone, List<Element> people, Element options) {
    Window window = Window.read(Dom.required(options, "TimeWindow"), zone);
    Duration interval = interval(options);
    String wanted = Dom.text(options, "RequestedView").map(String::strip).orElse("FreeBusyMerged");
    XmlOut out = call.out();
    out.open("m:FreeBusyResponseArray");
    for (Element person : people) {
      call.countItem();
      out.open("m:FreeBusyResponse");
      Optional<MailboxStore> mailbox = mailbox(call, person);
      if (mailbox.isPresent()) {
        out.open("m:ResponseMessage", "ResponseClass", "Success");
        out.text("m:ResponseCode", "NoError").close("m:ResponseMessage");
        view(call, zone, mailbox.get(), window, interval, wanted);
      } else {
        out.open("m:ResponseMessage", "ResponseClass", "Error");
        out.text("m:MessageText", "Unable to resolve the e-mail address to a mailbox.");
        out.text("m:ResponseCode", "ErrorMailRecipientNotFound");
        out.text("m:DescriptiveLinkKey", "0").close("m:ResponseMessage");
        out.open("m:FreeBusyView").text("t:FreeBusyViewType", "None").close("m:FreeBusyView");
      }
      out.close("m:FreeBusyResponse");
    }
    out.close("m:FreeBusyResponseArray");
  }

  private static void view(
      Call call,
      ClientZone zone,
      MailboxStore mailbox,
      Window window,
      Duration interval,
      String wanted) {
    Folder calendar = mailbox.distinguished("calendar").orElseThrow();
    boolean details = call.access().may(mailbox, calendar, Right.READ);
    String type = details ? wanted : wanted.replace("Detailed", "FreeBusy");
    BusyTimes times = BusyTimes.of(mailbox, window.from(), window.to());
    XmlOut out = call.out();
    out.open("m:FreeBusyView").text("t:FreeBusyViewType", type);
    if (type.contains("Merged")) {
      out.text("t:MergedFreeBusy", times.merged(window.from(), window.to(), interval));
    }
    if (!type.equals("MergedOnly") && !type.equals("None")) {
      EventWriter writer = new EventWriter(call, zone, mailbox);
      out.open("t:CalendarEventArray");
      times.events().forEach(event -> writer.write(event, type.startsWith("Detailed")));
      out.close("t:CalendarEventArray");
      writer.workingHours();
    }
    out.close("m:FreeBusyView");
  }

  private static void suggestions(
      Call call, ClientZone zone, List<Element> people, Element options) {
    Window window = Window.read(Dom.required(options, "DetailedSuggestionsWindow"), zone);
    List<BusyTimes> attendees =
        people.stream()
            .flatMap(person -> mailbox(call, person).stream())
            .map(mailbox -> BusyTimes.of(mailbox, window.from(), window.to()))
            .toList();
    Duration length = Duration.ofMinutes(number(options, "MeetingDurationInMinutes").orElse(30));
    int most = number(options, "MaximumResultsByDay").orElse(10);
    call.out().open("m:SuggestionsResponse").open("m:ResponseMessage", "ResponseClass", "Success");
    call.out().text("m:ResponseCode", "NoError").close("m:ResponseMessage");
    call.out().open("m:SuggestionDayResultArray");
    new Suggestions(zone, attendees, length, most).write(call.out(), window.from(), window.to());
    call.out().close("m:SuggestionDayResultArray").close("m:SuggestionsResponse");
  }

  private static Optional<MailboxStore> mailbox(Call call, Element person) {
    String address = Dom.required(Dom.required(person, "Email"), "Address").getTextContent();
    return call.services().store().mailbox(address);
  }

  private static Duration interval(Element options) {
    int minutes = number(options, "MergedFreeBusyIntervalInMinutes").orElse(30);
    if (minutes < 5 || minutes > 1440) {
      throw new SoapFault(
          "ErrorInvalidMergedFreeBusyInterval", "The interval lies between 5 and 1440 minutes.");
    }
    return Duration.ofMinutes(minutes);
  }

  private static Optional<Integer> number(Element parent, String name) {
    try {
      return Dom.text(parent, name).map(String::strip).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      throw SoapFault.schema("The '" + name + "' element is no number.");
    }
  }
}
