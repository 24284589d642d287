package io.exchangesync.simulator.series;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Ns;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Value;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * When a series recurs, in dates of its own zone; times of day are the master's.
 *
 * @param patternXml the pattern's element with prefix {@code t}
 * @param rule the same pattern as an RFC 5545 rule without an end
 * @param start no date lies before it
 */
public record Recurrence(String patternXml, String rule, LocalDate start, Range range) {

  /**
   * @param element the element Recurrence of a request
   * @throws EwsError for a pattern or range without meaning
   */
  public static Recurrence read(Element element) {
    return RecurrenceReader.read(element);
  }

  /** What a stored item says. */
  static Recurrence of(Value.Xml stored) {
    String xml = "<t:Recurrence xmlns:t=\"" + Ns.TYPES + "\">" + stored.fragment();
    try {
      return read(
          Dom.parse((xml + "</t:Recurrence>").getBytes(StandardCharsets.UTF_8))
              .getDocumentElement());
    } catch (SAXException e) {
      throw new IllegalStateException("a stored recurrence cannot be read", e);
    }
  }

  public Recurrence from(LocalDate newStart) {
    return new Recurrence(patternXml, rule, newStart, range);
  }

  /** The form in which items keep it. */
  public Value.Xml toValue() {
    return new Value.Xml(xml(DateTimeFormatter.ISO_LOCAL_DATE::format));
  }

  /** The children of the element Recurrence; dates carry the zone's offset, as Exchange does it. */
  public String xml(ZoneId zone) {
    return xml(
        date -> {
          ZoneOffset offset = date.atStartOfDay(zone).getOffset();
          return date + offset.getId();
        });
  }

  private String xml(Function<LocalDate, String> date) {
    XmlOut out = new XmlOut().raw(patternXml);
    if (range instanceof Range.Until until) {
      out.open("t:EndDateRecurrence").text("t:StartDate", date.apply(start));
      out.text("t:EndDate", date.apply(until.end())).close("t:EndDateRecurrence");
    } else if (range instanceof Range.Times times) {
      out.open("t:NumberedRecurrence").text("t:StartDate", date.apply(start));
      out.text("t:NumberOfOccurrences", Integer.toString(times.count()))
          .close("t:NumberedRecurrence");
    } else {
      out.open("t:NoEndRecurrence").text("t:StartDate", date.apply(start));
      out.close("t:NoEndRecurrence");
    }
    return out.toString();
  }
}
