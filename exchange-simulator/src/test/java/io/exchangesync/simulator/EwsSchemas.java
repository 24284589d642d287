package io.exchangesync.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Microsoft's schemas from the folder in EXSYNC_EWS_SCHEMAS; without it nothing is checked. */
final class EwsSchemas {
  static final String VARIABLE = "EXSYNC_EWS_SCHEMAS";
  private static final Optional<Schema> SCHEMA = load();

  private EwsSchemas() {}

  static boolean available() {
    return SCHEMA.isPresent();
  }

  /** Fails with the validator's words when the element is not valid. */
  static void check(Element element) {
    if (SCHEMA.isEmpty()) {
      return;
    }
    try {
      SCHEMA.get().newValidator().validate(new DOMSource(element));
    } catch (SAXException e) {
      throw new AssertionError(element.getLocalName() + " breaks the schema: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Schema> load() {
    String folder = System.getenv(VARIABLE);
    if (folder == null || !Files.exists(Path.of(folder, "messages.xsd"))) {
      return Optional.empty();
    }
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", false);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      Source[] sources = {
        new StreamSource(EwsSchemas.class.getResource("/xml.xsd").toExternalForm()),
        new StreamSource(Path.of(folder, "types.xsd").toFile()),
        new StreamSource(Path.of(folder, "messages.xsd").toFile())
      };
      return Optional.of(factory.newSchema(sources));
    } catch (SAXException e) {
      throw new IllegalStateException("the schemas in " + folder + " cannot be read", e);
    }
  }
}
