package io.exchangesync.core.model;

import java.util.Objects;

/**
 * A member of a group of contacts.
 *
 * @param address SMTP address
 * @param name as people read it; "" if unknown
 * @param key by which the server knows the member of a stored group; "" for one still to be added
 */
public record GroupAddress(String address, String name, String key) {
  public GroupAddress {
    Objects.requireNonNull(address);
    Objects.requireNonNull(name);
    Objects.requireNonNull(key);
  }

  /** A member still to be added. */
  public GroupAddress(String address, String name) {
    this(address, name, "");
  }
}
