package io.exchangesync.web.dto;

import java.util.Optional;

/** Keys in which 0 means none. */
final class Keys {
  private Keys() {}

  static Optional<Integer> known(int key) {
    return key == 0 ? Optional.empty() : Optional.of(key);
  }
}
