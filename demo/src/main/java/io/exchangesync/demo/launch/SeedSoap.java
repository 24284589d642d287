package io.exchangesync.demo.launch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes CreateItem requests; element order is that of the EWS schema of Exchange 2010 SP2. */
final class SeedSoap {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final String ZONE_ID = "W. Europe Standard Time";

  private SeedSoap() {}

  /** One request for all items, on behalf of the mailbox's owner, sending nothing to anybody. */
  static String createItems(String mailbox, List<SeedItem> items) {
    return create(mailbox, "calendar", items.stream().map(SeedSoap::item));
  }

  /** One request for all tasks, on behalf of the mailbox's owner. */
  static String createTasks(String mailbox, List<SeedTask> tasks) {
    return create(mailbox, "tasks", tasks.stream().map(SeedSoap::task));
  }

  private static String create(String mailbox, String folder, Stream<String> items) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
            xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"
            xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
          <soap:Header>
            <t:RequestServerVersion Version="Exchange2010_SP2"/>
            <t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>%s</t:PrimarySmtpAddress>\
        </t:ConnectingSID></t:ExchangeImpersonation>
          </soap:Header>
          <soap:Body>
            <m:CreateItem SendMeetingInvitations="SendToNone">
              <m:SavedItemFolderId><t:DistinguishedFolderId Id="%s"/></m:SavedItemFolderId>
              <m:Items>
        %s
              </m:Items>
            </m:CreateItem>
          </soap:Body>
        </soap:Envelope>
        """
        .formatted(Xml.escape(mailbox), folder, items.collect(Collectors.joining("\n")));
  }

  private static String item(SeedItem item) {
    var xml = new StringBuilder("<t:CalendarItem>");
    element(xml, "Subject", item.subject());
    element(xml, "Sensitivity", item.sensitivity());
    xml.append("<t:Body BodyType=\"HTML\">")
        .append(Xml.escape(item.htmlBody()))
        .append("</t:Body>");
    if (!item.categories().isEmpty()) {
      xml.append("<t:Categories>");
      item.categories().forEach(category -> element(xml, "String", category));
      xml.append("</t:Categories>");
    }
    element(xml, "ReminderIsSet", String.valueOf(item.reminderMinutes().isPresent()));
    item.reminderMinutes()
        .ifPresent(minutes -> element(xml, "ReminderMinutesBeforeStart", "" + minutes));
    element(xml, "Start", dateTime(item.start()));
    element(xml, "End", dateTime(item.end()));
    element(xml, "IsAllDayEvent", String.valueOf(item.allDay()));
    element(xml, "LegacyFreeBusyStatus", item.freeBusy());
    element(xml, "Location", item.location());
    xml.append("<t:StartTimeZone Id=\"").append(ZONE_ID).append("\"/>");
    xml.append("<t:EndTimeZone Id=\"").append(ZONE_ID).append("\"/>");
    return xml.append("</t:CalendarItem>").toString();
  }

  private static String task(SeedTask task) {
    var xml = new StringBuilder("<t:Task>");
    element(xml, "Subject", task.subject());
    element(xml, "Sensitivity", task.sensitivity());
    xml.append("<t:Body BodyType=\"HTML\">")
        .append(Xml.escape(task.htmlBody()))
        .append("</t:Body>");
    element(xml, "Importance", task.importance());
    task.due().ifPresent(day -> element(xml, "DueDate", day + "T00:00:00Z"));
    if (task.repetition() == SeedTask.Repetition.WEEKLY) {
      LocalDate day = task.due().orElseThrow();
      xml.append("<t:Recurrence><t:WeeklyRecurrence>");
      element(xml, "Interval", "1");
      element(xml, "DaysOfWeek", day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      xml.append("</t:WeeklyRecurrence><t:NoEndRecurrence>");
      element(xml, "StartDate", day.toString());
      xml.append("</t:NoEndRecurrence></t:Recurrence>");
    }
    element(xml, "Status", task.status());
    return xml.append("</t:Task>").toString();
  }

  private static void element(StringBuilder xml, String name, String value) {
    xml.append("<t:").append(name).append('>').append(Xml.escape(value));
    xml.append("</t:").append(name).append('>');
  }

  private static String dateTime(LocalDateTime wallClock) {
    return wallClock.atZone(ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
