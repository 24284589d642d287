package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.MailboxContact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What persons and contacts are compared by at first link: e-mail addresses, then name with company
 * (sync-rules 5.4).
 *
 * @param emails lower case
 * @param name full name and company, lower case; empty if there is no name
 */
record ContactKeys(Set<String> emails, Optional<String> name) {

  static ContactKeys of(CrmPerson person) {
    return new ContactKeys(
        emails(person.emails()),
        name(
            person.firstName(),
            person.middleName(),
            person.lastName(),
            "",
            person.company().name()));
  }

  static ContactKeys of(MailboxContact contact) {
    return new ContactKeys(
        emails(List.copyOf(contact.emails().values())),
        name(
            contact.firstName(),
            contact.middleName(),
            contact.lastName(),
            contact.displayName(),
            contact.companyName()));
  }

  /** All keys as texts that differ between the two kinds of key. */
  Set<String> all() {
    Set<String> keys = new LinkedHashSet<>(emails);
    name.ifPresent(keys::add);
    return keys;
  }

  private static Set<String> emails(List<String> addresses) {
    return addresses.stream()
        .map(address -> address.strip().toLowerCase(Locale.ROOT))
        .filter(address -> !address.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Optional<String> name(
      String first, String middle, String last, String display, String company) {
    String parts = plain(first + " " + middle + " " + last);
    String name = parts.isEmpty() ? plain(display) : parts;
    return name.isEmpty() ? Optional.empty() : Optional.of(name + "\n" + plain(company));
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
