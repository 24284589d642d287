package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Item;
import java.util.Optional;
import java.util.Set;

/** What becomes of an update whose change key is not the newest. */
enum ConflictResolution {
  /** Any other change in between is a conflict. */
  NEVER_OVERWRITE,
  /** A change of the same properties in between is a conflict. */
  AUTO_RESOLVE,
  /** The change key is not looked at. */
  ALWAYS_OVERWRITE;

  static ConflictResolution named(String name) {
    return switch (name) {
      case "NeverOverwrite" -> NEVER_OVERWRITE;
      case "AutoResolve" -> AUTO_RESOLVE;
      case "AlwaysOverwrite" -> ALWAYS_OVERWRITE;
      default ->
          throw SoapFault.schema("The 'ConflictResolution' attribute is invalid: '" + name + "'.");
    };
  }

  /**
   * @param read the version the client had read
   * @param keys what it wants to change
   * @throws EwsError ErrorIrresolvableConflict or ErrorChangeKeyRequiredForWriteOperations
   */
  void check(Item newest, Optional<Long> read, Set<String> keys) {
    if (this == ALWAYS_OVERWRITE) {
      return;
    }
    long version =
        read.orElseThrow(
            () ->
                new EwsError(
                    "ErrorChangeKeyRequiredForWriteOperations",
                    "The change key is required for this operation."));
    boolean stale = version != newest.modified();
    boolean overlaps =
        keys.stream().anyMatch(key -> newest.touched().getOrDefault(key, 0L) > version);
    if (stale && (this == NEVER_OVERWRITE || overlaps)) {
      throw new EwsError(
          "ErrorIrresolvableConflict",
          "The send or update operation could not be performed because the change key passed in"
              + " the request does not match the current change key for the item.");
    }
  }
}
