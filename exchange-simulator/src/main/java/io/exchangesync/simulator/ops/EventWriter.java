package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.availability.BusyTimes;
import io.exchangesync.simulator.availability.ClientZone;
import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.Version;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.MailboxStore;
import org.w3c.dom.Element;

/** Writes what GetUserAvailability tells of one mailbox; private subjects to nobody who may not. */
record EventWriter(Call call, ClientZone zone, MailboxStore mailbox) {

  void write(BusyTimes.Event event, boolean details) {
    XmlOut out = call.out();
    boolean hidden =
        event.busy().equals("WorkingElsewhere")
            && !call.request().version().includes(Version.EXCHANGE_2013);
    out.open("t:CalendarEvent").text("t:StartTime", zone.text(event.start()));
    out.text("t:EndTime", zone.text(event.end()));
    out.text("t:BusyType", hidden ? "Free" : event.busy());
    if (details) {
      details(new ItemView(mailbox.info(), event.item()));
    }
    out.close("t:CalendarEvent");
  }

  private void details(ItemView view) {
    XmlOut out = call.out();
    out.open("t:CalendarEventDetails");
    Folder calendar = mailbox.distinguished("calendar").orElseThrow();
    if (!view.isPrivate() || call.access().seesPrivateItems(mailbox, calendar)) {
      out.text("t:ID", Series.id(mailbox.info().guid(), view.item()));
      out.text("t:Subject", view.text("item:Subject").orElse(""));
      out.text("t:Location", view.text("calendar:Location").orElse(""));
    }
    boolean exception = view.text(Series.TYPE).filter("Exception"::equals).isPresent();
    flag("IsMeeting", view.isTrue("calendar:IsMeeting"));
    flag("IsRecurring", view.isTrue("calendar:IsRecurring"));
    flag("IsException", exception);
    flag("IsReminderSet", view.isTrue("item:ReminderIsSet"));
    flag("IsPrivate", view.isPrivate());
    out.close("t:CalendarEventDetails");
  }

  /** Eight to five from Monday to Friday, in the client's zone. */
  void workingHours() {
    XmlOut out = call.out();
    out.open("t:WorkingHours").open("t:TimeZone");
    Dom.children(zone.definition()).forEach(this::copy);
    out.close("t:TimeZone").open("t:WorkingPeriodArray").open("t:WorkingPeriod");
    out.text("t:DayOfWeek", "Monday Tuesday Wednesday Thursday Friday");
    out.text("t:StartTimeInMinutes", "480").text("t:EndTimeInMinutes", "1020");
    out.close("t:WorkingPeriod").close("t:WorkingPeriodArray").close("t:WorkingHours");
  }

  private void copy(Element element) {
    String name = "t:" + element.getLocalName();
    if (Dom.children(element).isEmpty()) {
      call.out().text(name, element.getTextContent().strip());
    } else {
      call.out().open(name);
      Dom.children(element).forEach(this::copy);
      call.out().close(name);
    }
  }

  private void flag(String name, boolean value) {
    call.out().text("t:" + name, Boolean.toString(value));
  }
}
