package io.exchangesync.exchange;

import javax.xml.stream.XMLInputFactory;

/** Reading XML that others sent: without document types and external entities. */
public final class SafeXml {
  private SafeXml() {}

  /** A factory of its own for the caller, of the JDK's parser. */
  public static XMLInputFactory inputFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
