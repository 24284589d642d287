package io.exchangesync.exchange.ews;

import javax.xml.stream.XMLStreamException;

/**
 * An operation of EWS and what its request says.
 *
 * @param name element name of the request in the messages schema
 */
record EwsOperation(String name, Content content) {

  /** Attributes and elements inside the request element. */
  interface Content {
    void writeTo(EwsXml xml) throws XMLStreamException;
  }

  void writeTo(EwsXml xml) throws XMLStreamException {
    xml.message(name);
    content.writeTo(xml);
    xml.end();
  }
}
