package io.exchangesync.ejb.crm.person;

import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmTable;

/**
 * A user-defined text field of persons.
 *
 * @param table udpersonSmall or udpersonLarge
 * @param number of the table in the change log
 * @param reference column of person with the key of the row
 * @param version of the published layout; stands in the log rows of user-defined fields
 */
public record UserField(
    CrmTable table, int number, String reference, CrmColumn column, int version) {

  /** The key column of the table. */
  public String key() {
    return table.name() + "_id";
  }
}
