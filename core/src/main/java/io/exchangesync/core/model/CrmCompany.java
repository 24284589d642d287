package io.exchangesync.core.model;

import java.util.Objects;

/**
 * What a person's contact shows of the company it belongs to.
 *
 * @param contactId contact.contact_id; 0 = no company (a private person)
 * @param phone switchboard (phone type 1), the first by rank; "" if none
 * @param fax company fax (phone type 3), the first by rank; "" if none
 * @param street visiting address (address type 2)
 * @param postal postal address (address type 1)
 * @param web first URL by rank; "" if none
 */
public record CrmCompany(
    int contactId,
    String name,
    String department,
    String phone,
    String fax,
    PostalAddress street,
    PostalAddress postal,
    String web) {
  public static final CrmCompany NONE =
      new CrmCompany(0, "", "", "", "", PostalAddress.NONE, PostalAddress.NONE, "");

  public CrmCompany {
    Objects.requireNonNull(name);
    Objects.requireNonNull(department);
    Objects.requireNonNull(phone);
    Objects.requireNonNull(fax);
    Objects.requireNonNull(street);
    Objects.requireNonNull(postal);
    Objects.requireNonNull(web);
  }
}
