package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Meeting.Part;
import io.exchangesync.core.model.Meeting.Response;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;

/** Attendees whose address is not SMTP are read as they are and survive a write of the list. */
class MeetingXmlTest {
  private static final String INNER = "/o=Fjordline/ou=Exchange Group (X)/cn=Recipients/cn=berit";

  @Test
  void anAddressInsideExchangeIsKept() throws XMLStreamException {
    Meeting meeting = meeting();
    assertThat(meeting.attendees())
        .extracting(Attendee::address)
        .containsExactly(
            new Address("olga@customer.example", "Olga"),
            new Address("", "Berit", INNER),
            new Address("", "The hall"));
  }

  @Test
  void anAddressInsideExchangeIsWrittenBackWithItsRoutingType() throws XMLStreamException {
    Meeting before = meeting();
    List<Attendee> more = new ArrayList<>(before.attendees());
    more.add(new Attendee(new Address("new@customer.example", ""), Part.REQUIRED, Response.NONE));
    String written =
        written(before, new Meeting(before.organizer(), more, Response.ORGANIZER, false));
    assertThat(written)
        .contains(INNER)
        .containsOnlyOnce("<t:RoutingType>")
        .containsSubsequence("olga@customer.example", INNER, "EX", "new@customer.example");
  }

  @Test
  void anUnchangedListIsNotWritten() throws XMLStreamException {
    assertThat(written(meeting(), meeting())).isEmpty();
  }

  private static String written(Meeting before, Meeting after) throws XMLStreamException {
    FieldSet fields = new FieldSet();
    MeetingXml.write(fields, Optional.of(before), Optional.of(after));
    StringWriter out = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
    for (Optional<FieldSet.Element> element : fields.asMap().values()) {
      element.orElseThrow().writeTo(new EwsXml(xml));
    }
    xml.close();
    return out.toString();
  }

  private static Meeting meeting() throws XMLStreamException {
    String attendees =
        attendee("Olga", "Olga@Customer.example", "SMTP")
            + attendee("Berit", INNER, "EX")
            + "<Attendee><Mailbox><Name>The hall</Name></Mailbox></Attendee>";
    return MeetingXml.read(
        EwsAnswer.read(
                new StringReader(
                    "<Envelope><XResponseMessage><CalendarItem><RequiredAttendees>"
                        + attendees
                        + "</RequiredAttendees></CalendarItem></XResponseMessage></Envelope>"))
            .messages()
            .get(0)
            .children()
            .get(0));
  }

  private static String attendee(String name, String address, String routing) {
    return "<Attendee><Mailbox><Name>"
        + name
        + "</Name><EmailAddress>"
        + address
        + "</EmailAddress><RoutingType>"
        + routing
        + "</RoutingType></Mailbox></Attendee>";
  }
}
