package io.exchangesync.exchange.ews;

import javax.xml.stream.XMLStreamException;

/** How a property of an item is named in requests. */
sealed interface Property {

  /** Our own property set: {32bc2f0b-ca20-4e60-9cb0-6785588099ec}. */
  String PROPERTY_SET = "32bc2f0b-ca20-4e60-9cb0-6785588099ec";

  /** {@link io.exchangesync.core.model.Stamp#encoded()}. */
  Extended STAMP = new Extended("PropertySetId", PROPERTY_SET, "PropertyName", "Stamp", "String");

  /** Keys of contact, person, project and sale, joined by semicolons. */
  Extended REFERENCES =
      new Extended("PropertySetId", PROPERTY_SET, "PropertyName", "References", "String");

  /** PidLidBusyStatus of [MS-OXOCAL]: the only one that knows "working elsewhere" everywhere. */
  Extended BUSY_STATUS =
      new Extended("DistinguishedPropertySetId", "Appointment", "PropertyId", "33285", "Integer");

  /** PidLidCleanGlobalObjectId of [MS-OXOCAL]. */
  Extended CLEAN_GLOBAL_OBJECT_ID =
      new Extended("DistinguishedPropertySetId", "Meeting", "PropertyId", "35", "Binary");

  /** PidTagDisplayNamePrefix: the form of address, which contacts of EWS can't write otherwise. */
  Tagged NAME_PREFIX = new Tagged("0x3A45", "String");

  /** Writes the path as a FieldURI or ExtendedFieldURI. */
  void writePath(EwsXml xml) throws XMLStreamException;

  /**
   * A property of the schema.
   *
   * @param uri such as calendar:Start; the part after the colon is its element
   */
  record Schema(String uri) implements Property {
    @Override
    public void writePath(EwsXml xml) throws XMLStreamException {
      xml.type("FieldURI").attribute("FieldURI", uri).end();
    }
  }

  /** A named property, by property set and name or number. */
  record Extended(
      String setAttribute, String set, String nameAttribute, String propertyName, String type)
      implements Property {
    @Override
    public void writePath(EwsXml xml) throws XMLStreamException {
      xml.type("ExtendedFieldURI")
          .attribute(setAttribute, set)
          .attribute(nameAttribute, propertyName)
          .attribute("PropertyType", type)
          .end();
    }

    /** Whether an ExtendedFieldURI of an answer names this property. */
    boolean is(XmlElement path) {
      return path.attribute(nameAttribute).filter(propertyName::equalsIgnoreCase).isPresent()
          && path.attribute(setAttribute).filter(set::equalsIgnoreCase).isPresent();
    }
  }

  /**
   * One entry of a dictionary of the schema.
   *
   * @param uri such as contacts:PhoneNumber
   * @param index the entry's key, such as MobilePhone
   */
  record Indexed(String uri, String index) implements Property {
    @Override
    public void writePath(EwsXml xml) throws XMLStreamException {
      xml.type("IndexedFieldURI").attribute("FieldURI", uri).attribute("FieldIndex", index).end();
    }
  }

  /** A list of the schema to which is added. */
  record Appended(Property list) implements Property {
    @Override
    public void writePath(EwsXml xml) throws XMLStreamException {
      list.writePath(xml);
    }
  }

  /** A property by its tag. */
  record Tagged(String tag, String type) implements Property {
    @Override
    public void writePath(EwsXml xml) throws XMLStreamException {
      xml.type("ExtendedFieldURI")
          .attribute("PropertyTag", tag)
          .attribute("PropertyType", type)
          .end();
    }

    /** Whether an ExtendedFieldURI of an answer names this property; tags are hexadecimal. */
    boolean is(XmlElement path) {
      return path.attribute("PropertyTag")
          .filter(found -> Integer.decode(found).equals(Integer.decode(tag)))
          .isPresent();
    }
  }
}
