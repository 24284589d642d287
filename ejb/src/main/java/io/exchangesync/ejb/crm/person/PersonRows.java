package io.exchangesync.ejb.crm.person;

import io.exchangesync.ejb.crm.sql.CrmRow;
import java.util.List;
import java.util.Optional;

/**
 * The rows one person is made of.
 *
 * @param title what stands for the person's title; empty = the title itself
 */
public record PersonRows(
    CrmRow person,
    Optional<CrmRow> company,
    List<CrmRow> ownPhones,
    List<CrmRow> companyPhones,
    List<CrmRow> addresses,
    List<CrmRow> emails,
    List<CrmRow> urls,
    Optional<FieldValue> title) {
  public PersonRows {
    ownPhones = List.copyOf(ownPhones);
    companyPhones = List.copyOf(companyPhones);
    addresses = List.copyOf(addresses);
    emails = List.copyOf(emails);
    urls = List.copyOf(urls);
  }

  public int id() {
    return person.number("person_id");
  }
}
