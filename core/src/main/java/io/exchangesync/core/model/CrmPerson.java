package io.exchangesync.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One person with the company it belongs to, as one mailbox sees it: the reasons are that
 * mailbox's.
 *
 * <p>NULL columns are read as 0 or "".
 *
 * @param recordId person.person_id
 * @param formOfAddress person.mrmrs
 * @param title job title (person.title, or the user-defined field that the mailbox chose)
 * @param birthday empty unless day, month and year are given
 * @param phones the first number of each type by rank; absent if none
 * @param emails e-mail addresses (type 0, protocol SMTP or empty) by rank, at most three
 * @param home private address (address type 16387)
 * @param life whether the person is still one to have a contact of
 * @param reasons why the mailbox wants the person
 * @param lastChanged greatest registered or updated of all its rows [UTC]
 * @param version opaque; equal as long as neither the rows nor the reasons changed
 */
public record CrmPerson(
    int recordId,
    String formOfAddress,
    String firstName,
    String middleName,
    String lastName,
    String title,
    Optional<LocalDate> birthday,
    Map<PersonPhone, String> phones,
    List<String> emails,
    PostalAddress home,
    CrmCompany company,
    Life life,
    PersonReasons reasons,
    Instant lastChanged,
    String version)
    implements CrmRecord {

  /** Whether a person or its company is gone (schema rule 30). */
  public enum Life {
    LIVE,
    /** person.retired = 1. */
    RETIRED,
    /** person.DeletedDate, contact.DeletedDate or contact.deleted is set. */
    DELETED
  }

  public CrmPerson {
    Objects.requireNonNull(formOfAddress);
    Objects.requireNonNull(firstName);
    Objects.requireNonNull(middleName);
    Objects.requireNonNull(lastName);
    Objects.requireNonNull(title);
    Objects.requireNonNull(birthday);
    EnumMap<PersonPhone, String> numbers = new EnumMap<>(PersonPhone.class);
    numbers.putAll(phones);
    phones = java.util.Collections.unmodifiableMap(numbers);
    emails = List.copyOf(emails);
    Objects.requireNonNull(home);
    Objects.requireNonNull(company);
    Objects.requireNonNull(life);
    Objects.requireNonNull(reasons);
    Objects.requireNonNull(lastChanged);
    Objects.requireNonNull(version);
  }

  /** First, middle and last name; the company's name if the person has none. */
  public String fullName() {
    String name = (firstName + " " + middleName + " " + lastName).strip().replaceAll(" +", " ");
    return name.isEmpty() ? company.name() : name;
  }

  @Override
  public CrmKeys keys() {
    return CrmKeys.NONE;
  }

  /** Persons are shown to every user of SuperOffice. */
  @Override
  public boolean confidential() {
    return false;
  }

  @Override
  public CrmPerson withRecordId(int newRecordId) {
    return with().recordId(newRecordId).build();
  }

  /** A builder that starts from these values. */
  public CrmPersonBuilder with() {
    return new CrmPersonBuilder(this);
  }
}
