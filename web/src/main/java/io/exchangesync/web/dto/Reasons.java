package io.exchangesync.web.dto;

import io.exchangesync.core.plan.Reason;

/** The reasons' plain words; a name that this version does not know has none. */
final class Reasons {
  private Reasons() {}

  static String text(String name) {
    for (Reason reason : Reason.values()) {
      if (reason.name().equals(name)) {
        return reason.text();
      }
    }
    return "";
  }
}
