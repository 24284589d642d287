package io.exchangesync.simulator.soap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads requests as DOM trees and walks them; document types and external entities are refused
 * always.
 */
public final class Dom {
  private static final ThreadLocal<DocumentBuilder> BUILDER =
      ThreadLocal.withInitial(Dom::newBuilder);

  private Dom() {}

  /**
   * @throws SAXException when the bytes are no well-formed XML 1.0
   */
  public static Document parse(byte[] xml) throws SAXException {
    try {
      return BUILDER.get().parse(new ByteArrayInputStream(xml));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  public static List<Element> children(Node parent) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  public static List<Element> children(Node parent, String localName) {
    List<Element> found = new ArrayList<>();
    for (Element element : children(parent)) {
      if (localName.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  public static Optional<Element> child(Node parent, String localName) {
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element && localName.equals(element.getLocalName())) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** The child, or the fault Exchange sends for a request its schema refuses. */
  public static Element required(Node parent, String localName) {
    return child(parent, localName)
        .orElseThrow(
            () ->
                SoapFault.schema(
                    "The element '"
                        + parent.getLocalName()
                        + "' has incomplete content. List of possible elements expected: '"
                        + localName
                        + "'."));
  }

  public static Optional<String> text(Node parent, String localName) {
    return child(parent, localName).map(Element::getTextContent);
  }

  public static Optional<String> attribute(Element element, String name) {
    return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
  }

  private static DocumentBuilder newBuilder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Throwing());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser lacks a standard feature", e);
    }
  }

  private static final class Throwing implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // A warning does not make a request unreadable.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
