package io.exchangesync.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes single components of a {@link CrmPerson}. */
public final class CrmPersonBuilder {
  private int recordId;
  private String formOfAddress;
  private String firstName;
  private String middleName;
  private String lastName;
  private String title;
  private Optional<LocalDate> birthday;
  private Map<PersonPhone, String> phones;
  private List<String> emails;
  private PostalAddress home;
  private CrmCompany company;
  private CrmPerson.Life life;
  private PersonReasons reasons;
  private Instant lastChanged;
  private String version;

  CrmPersonBuilder(CrmPerson from) {
    this.recordId = from.recordId();
    this.formOfAddress = from.formOfAddress();
    this.firstName = from.firstName();
    this.middleName = from.middleName();
    this.lastName = from.lastName();
    this.title = from.title();
    this.birthday = from.birthday();
    this.phones = from.phones();
    this.emails = from.emails();
    this.home = from.home();
    this.company = from.company();
    this.life = from.life();
    this.reasons = from.reasons();
    this.lastChanged = from.lastChanged();
    this.version = from.version();
  }

  public CrmPersonBuilder recordId(int value) {
    this.recordId = value;
    return this;
  }

  public CrmPersonBuilder formOfAddress(String value) {
    this.formOfAddress = value;
    return this;
  }

  public CrmPersonBuilder firstName(String value) {
    this.firstName = value;
    return this;
  }

  public CrmPersonBuilder middleName(String value) {
    this.middleName = value;
    return this;
  }

  public CrmPersonBuilder lastName(String value) {
    this.lastName = value;
    return this;
  }

  public CrmPersonBuilder title(String value) {
    this.title = value;
    return this;
  }

  public CrmPersonBuilder birthday(Optional<LocalDate> value) {
    this.birthday = value;
    return this;
  }

  public CrmPersonBuilder phones(Map<PersonPhone, String> value) {
    this.phones = value;
    return this;
  }

  public CrmPersonBuilder emails(List<String> value) {
    this.emails = value;
    return this;
  }

  public CrmPersonBuilder home(PostalAddress value) {
    this.home = value;
    return this;
  }

  public CrmPersonBuilder company(CrmCompany value) {
    this.company = value;
    return this;
  }

  public CrmPersonBuilder life(CrmPerson.Life value) {
    this.life = value;
    return this;
  }

  public CrmPersonBuilder reasons(PersonReasons value) {
    this.reasons = value;
    return this;
  }

  public CrmPersonBuilder lastChanged(Instant value) {
    this.lastChanged = value;
    return this;
  }

  public CrmPersonBuilder version(String value) {
    this.version = value;
    return this;
  }

  public CrmPerson build() {
    return new CrmPerson(
        recordId,
        formOfAddress,
        firstName,
        middleName,
        lastName,
        title,
        birthday,
        phones,
        emails,
        home,
        company,
        life,
        reasons,
        lastChanged,
        version);
  }
}
