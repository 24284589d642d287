package io.exchangesync.core.model;

import java.util.Objects;

/** Names behind a follow-up's references, for subject formats and body lines; empty = none. */
public record CrmNames(String company, String department, String person, String phone) {
  public static final CrmNames NONE = new CrmNames("", "", "", "");

  public CrmNames {
    Objects.requireNonNull(company);
    Objects.requireNonNull(department);
    Objects.requireNonNull(person);
    Objects.requireNonNull(phone);
  }
}
