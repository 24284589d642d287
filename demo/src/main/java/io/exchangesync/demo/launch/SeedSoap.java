package io.exchangesync.demo.launch;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes CreateItem requests; element order is that of the EWS schema of Exchange 2010 SP2. */
final class SeedSoap {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final String ZONE_ID = "W. Europe Standard Time";

  private SeedSoap() {}

  /** One request for all items, on behalf of the mailbox's owner, sending nothing to anybody. */
  static String createItems(String mailbox, List<SeedItem> items) {
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
              <m:SavedItemFolderId><t:DistinguishedFolderId Id="calendar"/></m:SavedItemFolderId>
              <m:Items>
        %s
              </m:Items>
            </m:CreateItem>
          </soap:Body>
        </soap:Envelope>
        """
        .formatted(
            Xml.escape(mailbox),
            items.stream().map(SeedSoap::item).collect(Collectors.joining("\n")));
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

  private static void element(StringBuilder xml, String name, String value) {
    xml.append("<t:").append(name).append('>').append(Xml.escape(value));
    xml.append("</t:").append(name).append('>');
  }

  private static String dateTime(LocalDateTime wallClock) {
    return wallClock.atZone(ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
