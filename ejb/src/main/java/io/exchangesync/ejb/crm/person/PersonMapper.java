package io.exchangesync.ejb.crm.person;

import io.exchangesync.core.model.CrmCompany;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmPerson.Life;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.PersonPhone;
import io.exchangesync.core.model.PersonReasons;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.ejb.crm.CrmText;
import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a person of its rows.
 *
 * <p>Invariant: the version tells what a contact can show and nothing else, so that a change of
 * anything else is no change.
 */
final class PersonMapper {
  private static final int MOST_EMAILS = 3;
  private static final int SWITCHBOARD = 1;
  private static final int COMPANY_FAX = 3;

  private PersonMapper() {}

  static CrmPerson map(PersonRows rows, PersonReasons reasons, Map<Integer, String> countries) {
    CrmRow person = rows.person();
    CrmPerson made =
        new CrmPerson(
            rows.id(),
            text(person, "mrmrs"),
            text(person, "firstname"),
            text(person, "middleName"),
            text(person, "lastname"),
            rows.title()
                .map(field -> CrmText.canonical(field.text()).strip())
                .orElseGet(() -> text(person, "title")),
            birthday(person),
            phones(rows),
            rows.emails().stream()
                .map(row -> text(row, "email_address"))
                .filter(address -> !address.isEmpty())
                .limit(MOST_EMAILS)
                .toList(),
            address(rows, PersonReader.PERSON_PRIVATE, country(person, countries)),
            company(rows, countries),
            life(rows),
            reasons,
            Instant.EPOCH,
            "");
    String version = ItemId.sha256(made.toString()).substring(0, 32);
    return made.with().version(version).lastChanged(lastChanged(rows)).build();
  }

  private static Optional<LocalDate> birthday(CrmRow person) {
    int year = person.number("year_of_birth");
    if (year == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(year, person.number("month_of_birth"), person.number("day_of_birth")));
    } catch (DateTimeException incomplete) {
      return Optional.empty();
    }
  }

  private static Map<PersonPhone, String> phones(PersonRows rows) {
    Map<PersonPhone, String> phones = new EnumMap<>(PersonPhone.class);
    for (PersonPhone phone : PersonPhone.values()) {
      first(rows.ownPhones(), "ptype_idx", phone.phoneType(), "phone")
          .ifPresent(number -> phones.put(phone, number));
    }
    return phones;
  }

  private static CrmCompany company(PersonRows rows, Map<Integer, String> countries) {
    if (rows.company().isEmpty()) {
      return CrmCompany.NONE;
    }
    CrmRow company = rows.company().get();
    String country = country(company, countries);
    return new CrmCompany(
        company.number("contact_id"),
        text(company, "name"),
        text(company, "department"),
        first(rows.companyPhones(), "ptype_idx", SWITCHBOARD, "phone").orElse(""),
        first(rows.companyPhones(), "ptype_idx", COMPANY_FAX, "phone").orElse(""),
        address(rows, PersonReader.COMPANY_STREET, country),
        address(rows, PersonReader.COMPANY_POSTAL, country),
        rows.urls().stream()
            .map(row -> text(row, "url_address"))
            .filter(url -> !url.isEmpty())
            .findFirst()
            .orElse(""));
  }

  private static Optional<String> first(
      List<CrmRow> rows, String typeColumn, int type, String column) {
    return rows.stream()
        .filter(row -> row.number(typeColumn) == type)
        .map(row -> text(row, column))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static PostalAddress address(PersonRows rows, int type, String country) {
    return rows.addresses().stream()
        .filter(row -> row.number("atype_idx") == type)
        .map(row -> address(row, country))
        .findFirst()
        .orElse(PostalAddress.NONE);
  }

  /** A country alone is no address. */
  private static PostalAddress address(CrmRow row, String country) {
    String street =
        Stream.of("address1", "address2", "address3")
            .map(column -> text(row, column))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    PostalAddress plain =
        new PostalAddress(street, text(row, "zipcode"), text(row, "city"), text(row, "state"), "");
    return plain.equals(PostalAddress.NONE)
        ? plain
        : new PostalAddress(
            plain.street(), plain.postalCode(), plain.city(), plain.state(), country);
  }

  private static String country(CrmRow row, Map<Integer, String> countries) {
    return countries.getOrDefault(row.number("country_id"), "");
  }

  private static Life life(PersonRows rows) {
    boolean companyGone =
        rows.company().filter(row -> softDeleted(row) || row.flag("deleted")).isPresent();
    if (softDeleted(rows.person()) || companyGone) {
      return Life.DELETED;
    }
    return rows.person().flag("retired") ? Life.RETIRED : Life.LIVE;
  }

  /** Live = NULL or 1760-01-01 (schema rule 30). */
  private static boolean softDeleted(CrmRow row) {
    return row.time("DeletedDate").isAfter(CrmColumn.NEVER);
  }

  private static Instant lastChanged(PersonRows rows) {
    LocalDateTime latest =
        Stream.of(
                Stream.of(rows.person()),
                rows.company().stream(),
                rows.ownPhones().stream(),
                rows.companyPhones().stream(),
                rows.addresses().stream(),
                rows.emails().stream(),
                rows.urls().stream())
            .flatMap(each -> each)
            .flatMap(row -> Stream.of(row.time("registered"), row.time("updated")))
            .max(LocalDateTime::compareTo)
            .orElse(CrmColumn.NEVER);
    return latest.toInstant(ZoneOffset.UTC);
  }

  private static String text(CrmRow row, String column) {
    return CrmText.canonical(row.string(column)).strip();
  }
}
