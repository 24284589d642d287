package io.exchangesync.exchange.ews;

import io.exchangesync.exchange.SafeXml;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A SOAP answer in parts: response messages in their order, or the fault, and the server's version.
 */
record EwsAnswer(
    List<XmlElement> messages, Optional<XmlElement> fault, Optional<String> serverVersion) {

  /** Parses an answer; document types and entities are refused. */
  static EwsAnswer read(Reader text) throws XMLStreamException {
    XMLStreamReader xml = newFactory().createXMLStreamReader(text);
    try {
      return read(xml);
    } finally {
      xml.close();
    }
  }

  private static EwsAnswer read(XMLStreamReader xml) throws XMLStreamException {
    List<XmlElement> messages = new ArrayList<>();
    Optional<XmlElement> fault = Optional.empty();
    Optional<String> version = Optional.empty();
    boolean envelope = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("the answer has a document type");
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = xml.getLocalName();
      if (name.equals("Envelope")) {
        envelope = true;
      } else if (name.equals("ServerVersionInfo")) {
        version = Optional.of(version(XmlElement.read(xml)));
      } else if (name.equals("Fault")) {
        fault = Optional.of(XmlElement.read(xml));
      } else if (name.endsWith("ResponseMessage")) {
        messages.add(XmlElement.read(xml));
      }
    }
    if (!envelope) {
      throw new XMLStreamException("the answer is no SOAP message");
    }
    return new EwsAnswer(messages, fault, version);
  }

  private static String version(XmlElement info) {
    return String.join(
        ".",
        info.attribute("MajorVersion").orElse("?"),
        info.attribute("MinorVersion").orElse("?"),
        info.attribute("MajorBuildNumber").orElse("?"),
        info.attribute("MinorBuildNumber").orElse("?"));
  }

  private static XMLInputFactory newFactory() {
    XMLInputFactory factory = SafeXml.inputFactory();
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
