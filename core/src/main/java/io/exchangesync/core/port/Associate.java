package io.exchangesync.core.port;

import java.util.Objects;

/**
 * A SuperOffice user or resource as administrators see it.
 *
 * @param name initials (associate.name, unique)
 * @param fullName person's name, or the tooltip of a resource
 * @param email primary e-mail address of the person; "" if none
 * @param company name of the own company the person belongs to; "" for a resource
 */
public record Associate(
    int id, String name, String fullName, Type type, String group, String email, String company) {

  /** Those that have a diary and may be linked. */
  public enum Type {
    EMPLOYEE,
    RESOURCE
  }

  public Associate {
    Objects.requireNonNull(name);
    Objects.requireNonNull(fullName);
    Objects.requireNonNull(type);
    Objects.requireNonNull(group);
    Objects.requireNonNull(email);
    Objects.requireNonNull(company);
  }
}
