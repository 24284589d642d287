package io.exchangesync.ejb.crm.person;

import io.exchangesync.ejb.crm.sql.CrmRow;
import java.util.Optional;

/**
 * What one person has in a user-defined field.
 *
 * @param row key and value; empty if the person has no user-defined fields yet
 */
public record FieldValue(UserField field, Optional<CrmRow> row) {

  /** The value as it is stored; "" if there is none. */
  public String text() {
    return row.map(found -> found.string(field.column().name())).orElse("");
  }
}
