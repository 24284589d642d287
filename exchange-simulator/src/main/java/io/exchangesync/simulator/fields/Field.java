package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.soap.Version;

/**
 * One property of the schema, as items of one kind have it.
 *
 * @param uri the FieldURI, such as calendar:Start; the element is what follows the colon
 * @param since the version whose clients may see it
 */
public record Field(String uri, Type type, Access access, Version since, Base base) {

  public String element() {
    return uri.substring(uri.indexOf(':') + 1);
  }

  /** How a value is written in XML and compared in restrictions. */
  public enum Type {
    STRING,
    BOOLEAN,
    INTEGER,
    DOUBLE,
    DATE_TIME,
    /** A day, kept as its midnight in UTC. */
    DATE,
    STRINGS,
    BODY,
    ATTENDEES,
    TIME_ZONE,
    /** A pattern and a range of dates. */
    RECURRENCE,
    /** The whole item as text, made when it is asked for. */
    MIME,
    /** Entries by key, each a property of its own. */
    DICTIONARY,
    MEMBERS,
    /** Files, each a property of its own. */
    ATTACHMENTS,
    /** Kept and returned as it came. */
    OPAQUE,
    /** Written by the item writer itself. */
    STRUCTURE
  }

  /** Whether clients may set it. */
  public enum Access {
    WRITABLE,
    READ_ONLY
  }

  /** The smallest base shape that returns it. */
  public enum Base {
    ID_ONLY,
    DEFAULT,
    ALL,
    /** Only GetItem returns it, also when it is asked for by name. */
    GET_ITEM,
    /** Only returned when it is asked for by name. */
    NAMED
  }
}
