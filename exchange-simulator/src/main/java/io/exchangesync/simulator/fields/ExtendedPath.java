package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.XmlOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The path of an extended property. Two ways to name the same property (a set by name or by GUID, a
 * tag in hex or decimal) have the same {@link #key}; the answer repeats the way that was asked.
 *
 * @param key identity for storing
 * @param type a MapiPropertyTypeType
 * @param attributes name and value in turn, as the client wrote them
 */
public record ExtendedPath(String key, String type, List<String> attributes)
    implements PropertyPath {
  public static final String APPOINTMENT = "00062002-0000-0000-c000-000000000046";
  public static final String MEETING = "6ed8da90-450b-101b-98da-00aa003f1305";
  public static final String COMMON = "00062008-0000-0000-c000-000000000046";
  public static final String TASK = "00062003-0000-0000-c000-000000000046";
  public static final String ADDRESS = "00062004-0000-0000-c000-000000000046";
  public static final String PUBLIC_STRINGS = "00020329-0000-0000-c000-000000000046";

  private static final Map<String, String> SETS =
      Map.of(
          "Meeting",
          MEETING,
          "Appointment",
          APPOINTMENT,
          "Common",
          COMMON,
          "PublicStrings",
          PUBLIC_STRINGS,
          "Address",
          ADDRESS,
          "InternetHeaders",
          "00020386-0000-0000-c000-000000000046",
          "CalendarAssistant",
          "11000e07-b51b-40d6-af21-caa85edab1d0",
          "UnifiedMessaging",
          "4442858e-a9e3-4e80-b900-317a210cc15b",
          "Task",
          TASK,
          "Sharing",
          "00062040-0000-0000-c000-000000000046");

  private static final String GLOBAL_OBJECT_ID = numbered(MEETING, 3, "Binary");
  private static final Set<String> UNUSABLE = Set.of("Error", "Null", "Object", "ObjectArray");

  public ExtendedPath {
    attributes = List.copyOf(attributes);
  }

  public boolean isArray() {
    return type.endsWith("Array");
  }

  /** Whether it is PidLidGlobalObjectId, which tells the date of an occurrence too. */
  boolean isGlobalObjectId() {
    return key.equals(GLOBAL_OBJECT_ID);
  }

  /** The type of one value. */
  public String elementType() {
    return isArray() ? type.substring(0, type.length() - "Array".length()) : type;
  }

  /** The path of a property with a number in a set. */
  static String numbered(String set, int id, String type) {
    return "x:" + set + ":" + id + ":" + type;
  }

  /** The path of a property with a name in a set. */
  static String named(String set, String name, String type) {
    return "x:" + set + ":n=" + name + ":" + type;
  }

  /** The path of a property with a tag. */
  static String tagged(int tag, String type) {
    return "x:tag:" + tag + ":" + type;
  }

  /**
   * @throws EwsError ErrorInvalidExtendedProperty for a combination of attributes without meaning
   */
  static ExtendedPath parse(Element element) {
    String type =
        Dom.attribute(element, "PropertyType")
            .filter(t -> !UNUSABLE.contains(t))
            .orElseThrow(ExtendedPath::invalid);
    List<String> attributes = new ArrayList<>();
    for (String name :
        List.of(
            "DistinguishedPropertySetId",
            "PropertySetId",
            "PropertyTag",
            "PropertyName",
            "PropertyId",
            "PropertyType")) {
      Dom.attribute(element, name).ifPresent(v -> attributes.addAll(List.of(name, v)));
    }
    return new ExtendedPath(key(element, type), type, attributes);
  }

  void write(XmlOut out) {
    out.empty("t:ExtendedFieldURI", attributes.toArray(String[]::new));
  }

  private static String key(Element element, String type) {
    Optional<String> set =
        Dom.attribute(element, "PropertySetId")
            .map(g -> g.toLowerCase(Locale.ROOT))
            .or(() -> Dom.attribute(element, "DistinguishedPropertySetId").map(SETS::get));
    Optional<String> tag = Dom.attribute(element, "PropertyTag");
    Optional<String> name = Dom.attribute(element, "PropertyName");
    Optional<String> id = Dom.attribute(element, "PropertyId");
    if (tag.isPresent() && set.isEmpty() && name.isEmpty() && id.isEmpty()) {
      return tagged(number(tag.get()) & 0xFFFF, type);
    }
    if (tag.isPresent() || set.isEmpty() || name.isPresent() == id.isPresent()) {
      throw invalid();
    }
    return name.map(n -> named(set.get(), n, type))
        .orElseGet(() -> numbered(set.get(), number(id.get()), type));
  }

  private static int number(String text) {
    try {
      return Integer.decode(text.strip());
    } catch (NumberFormatException e) {
      throw invalid();
    }
  }

  private static EwsError invalid() {
    return new EwsError(
        "ErrorInvalidExtendedProperty", "The extended property attribute combination is invalid.");
  }
}
