package io.exchangesync.exchange.ews;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Microsoft's published message and type schemas, from a folder that holds them. */
final class EwsSchemas {
  private static final String XML_NAMESPACE_SCHEMA =
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
          + " targetNamespace=\"http://www.w3.org/XML/1998/namespace\">"
          + "<xs:attribute name=\"lang\" type=\"xs:language\"/></xs:schema>";

  private final Schema schema;

  EwsSchemas(Path folder) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", false);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      schema =
          factory.newSchema(
              new StreamSource[] {
                new StreamSource(new StringReader(XML_NAMESPACE_SCHEMA)),
                new StreamSource(folder.resolve("messages.xsd").toFile())
              });
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Validates the content of soap:Body. */
  void validateBody(String envelope)
      throws SAXException, IOException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    Document document =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(envelope)));
    Element body =
        (Element)
            document
                .getElementsByTagNameNS("http://schemas.xmlsoap.org/soap/envelope/", "Body")
                .item(0);
    for (Node child = body.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element) {
        schema.newValidator().validate(new DOMSource(child));
      }
    }
  }
}
