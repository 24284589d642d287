package io.exchangesync.exchange.ews;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import microsoft.exchange.webservices.data.core.EwsUtilities;

/** Writes elements of the messages and types schemas; text is freed of what XML can't carry. */
final class EwsXml {
  private final XMLStreamWriter out;

  EwsXml(XMLStreamWriter out) {
    this.out = out;
  }

  EwsXml message(String name) throws XMLStreamException {
    out.writeStartElement(
        EwsUtilities.EwsMessagesNamespacePrefix, name, EwsUtilities.EwsMessagesNamespace);
    return this;
  }

  EwsXml type(String name) throws XMLStreamException {
    out.writeStartElement(
        EwsUtilities.EwsTypesNamespacePrefix, name, EwsUtilities.EwsTypesNamespace);
    return this;
  }

  EwsXml attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, XmlCharFilter.clean(value));
    return this;
  }

  EwsXml text(String value) throws XMLStreamException {
    out.writeCharacters(XmlCharFilter.clean(value));
    return this;
  }

  EwsXml type(String name, String value) throws XMLStreamException {
    return type(name).text(value).end();
  }

  EwsXml message(String name, String value) throws XMLStreamException {
    return message(name).text(value).end();
  }

  EwsXml end() throws XMLStreamException {
    out.writeEndElement();
    return this;
  }
}
