package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.SoapFault;
import java.util.Optional;
import org.w3c.dom.Element;

/** How a request names a property: by field URI, by an entry of one, or as extended property. */
public sealed interface PropertyPath
    permits PropertyPath.FieldUri, PropertyPath.Indexed, ExtendedPath {

  /** Identity for storing. */
  String key();

  /** A property of the schema. */
  record FieldUri(String uri) implements PropertyPath {
    @Override
    public String key() {
      return uri;
    }
  }

  /** One entry of a dictionary property. */
  record Indexed(String uri, String index) implements PropertyPath {
    @Override
    public String key() {
      return uri + "/" + index;
    }
  }

  /** Whether the element is a path at all. */
  static boolean isPath(Element element) {
    return switch (element.getLocalName()) {
      case "FieldURI", "IndexedFieldURI", "ExtendedFieldURI" -> true;
      default -> false;
    };
  }

  /**
   * @throws SoapFault ErrorSchemaValidation when it is none
   */
  static PropertyPath parse(Element element) {
    return switch (element.getLocalName()) {
      case "FieldURI" -> new FieldUri(attribute(element, "FieldURI"));
      case "IndexedFieldURI" ->
          new Indexed(attribute(element, "FieldURI"), attribute(element, "FieldIndex"));
      case "ExtendedFieldURI" -> ExtendedPath.parse(element);
      default -> throw SoapFault.schema("'" + element.getLocalName() + "' is no property path.");
    };
  }

  /** The first path among the element's children. */
  static PropertyPath in(Element parent) {
    Optional<Element> path = Dom.children(parent).stream().filter(PropertyPath::isPath).findFirst();
    return parse(
        path.orElseThrow(
            () -> SoapFault.schema("'" + parent.getLocalName() + "' names no property.")));
  }

  private static String attribute(Element element, String name) {
    return Dom.attribute(element, name)
        .orElseThrow(() -> SoapFault.schema("The required attribute '" + name + "' is missing."));
  }
}
