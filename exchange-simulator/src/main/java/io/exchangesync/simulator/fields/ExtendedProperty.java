package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Value;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The elements ExtendedProperty of requests and answers. */
public final class ExtendedProperty {
  private ExtendedProperty() {}

  /**
   * Puts the property under the key under which it is stored.
   *
   * @param zone where times without offset stand
   * @throws EwsError when the value is not of the path's type
   */
  public static void read(Element property, ZoneId zone, Map<String, Value> into) {
    ExtendedPath path = ExtendedPath.parse(Dom.required(property, "ExtendedFieldURI"));
    try {
      Value value = value(path, property, zone);
      if (Mirrors.uri(path).isPresent()) {
        into.put(Mirrors.uri(path).get(), Mirrors.toSchema(path, value));
      } else {
        into.put(path.key(), value);
      }
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException wrong) {
      throw new EwsError(
          "ErrorInvalidExtendedPropertyValue",
          "The extended property value is invalid for its type: " + wrong.getMessage());
    }
  }

  /** Writes a value under the path as it was asked for. */
  public static void write(XmlOut out, ExtendedPath path, Value value, Oddities oddities) {
    out.open("t:ExtendedProperty");
    path.write(out);
    if (value instanceof Value.Texts many) {
      out.open("t:Values");
      many.texts().forEach(each -> out.text("t:Value", each));
      out.close("t:Values");
    } else if (value instanceof Value.Text one) {
      boolean time = path.type().equals("SystemTime");
      out.text("t:Value", time ? oddities.time(one.text()) : one.text());
    }
    out.close("t:ExtendedProperty");
  }

  private static Value value(ExtendedPath path, Element property, ZoneId zone) {
    if (path.isArray()) {
      List<String> values = new ArrayList<>();
      for (Element each : Dom.children(Dom.required(property, "Values"), "Value")) {
        values.add(Values.normalMapi(path.elementType(), each.getTextContent(), zone));
      }
      return new Value.Texts(values);
    }
    String text = Dom.required(property, "Value").getTextContent();
    return new Value.Text(Values.normalMapi(path.type(), text, zone));
  }
}
