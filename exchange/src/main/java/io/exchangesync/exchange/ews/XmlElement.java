package io.exchangesync.exchange.ews;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element of an answer by local names; whatever nobody asks for is ignored, as new servers send
 * more than old schemas know.
 */
final class XmlElement {
  private static final int DEEPEST = 64;

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>(4);
  private final List<XmlElement> children = new ArrayList<>(4);
  private String text = "";

  private XmlElement(String name) {
    this.name = name;
  }

  /** Reads the element that the reader has just entered, to its end. */
  static XmlElement read(XMLStreamReader xml) throws XMLStreamException {
    return read(xml, 0);
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  List<XmlElement> children() {
    return children;
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  Optional<XmlElement> child(String childName) {
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** Text of a child; empty if there is no such child. */
  Optional<String> text(String childName) {
    return child(childName).map(XmlElement::text);
  }

  /** The first element with this name, this one and all below it. */
  Optional<XmlElement> find(String wanted) {
    if (name.equals(wanted)) {
      return Optional.of(this);
    }
    return children.stream().flatMap(child -> child.find(wanted).stream()).findFirst();
  }

  private static XmlElement read(XMLStreamReader xml, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("the answer is nested too deeply");
    }
    XmlElement element = new XmlElement(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      element.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> element.children.add(read(xml, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            element.text = element.text.isEmpty() ? xml.getText() : element.text + xml.getText();
        case XMLStreamConstants.END_ELEMENT -> {
          return element;
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("the answer refers to an entity");
        default -> {}
      }
    }
  }
}
