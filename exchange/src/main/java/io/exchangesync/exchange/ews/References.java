package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.CrmReferences;
import java.util.Optional;

/** The CRM side's keys in one named property: contact;person;project;sale. */
final class References {
  private References() {}

  /** The text to store; empty if there is nothing to refer to. */
  static Optional<String> encode(CrmReferences references) {
    return references.equals(CrmReferences.NONE)
        ? Optional.empty()
        : Optional.of(
            references.contactId()
                + ";"
                + references.personId()
                + ";"
                + references.projectId()
                + ";"
                + references.saleId());
  }

  /** Reads what {@link #encode} wrote; anything else refers to nothing. */
  static CrmReferences decode(String text) {
    String[] part = text.split(";", -1);
    if (part.length != 4) {
      return CrmReferences.NONE;
    }
    try {
      return new CrmReferences(
          Integer.parseInt(part[0]),
          Integer.parseInt(part[1]),
          Integer.parseInt(part[2]),
          Integer.parseInt(part[3]));
    } catch (NumberFormatException notOurs) {
      return CrmReferences.NONE;
    }
  }
}
