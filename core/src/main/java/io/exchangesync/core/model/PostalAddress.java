package io.exchangesync.core.model;

import java.util.Objects;

/**
 * One postal address as both sides can hold it; every part "" if unknown.
 *
 * @param street lines of the street part, LF between them
 */
public record PostalAddress(
    String street, String postalCode, String city, String state, String country) {
  public static final PostalAddress NONE = new PostalAddress("", "", "", "", "");

  public PostalAddress {
    Objects.requireNonNull(street);
    Objects.requireNonNull(postalCode);
    Objects.requireNonNull(city);
    Objects.requireNonNull(state);
    Objects.requireNonNull(country);
  }
}
