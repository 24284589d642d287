package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.Meeting.Address;
import java.util.Optional;
import java.util.Set;

/** Who stands behind e-mail addresses, and which addresses somebody has. */
public interface People {
  /** Nobody is known. */
  People NOBODY =
      new People() {
        @Override
        public Optional<Participant> byAddress(String smtp) {
          return Optional.empty();
        }

        @Override
        public Optional<Participant> byIdentity(String who) {
          return Optional.empty();
        }

        @Override
        public Set<String> addresses(String who) {
          return Set.of();
        }

        @Override
        public boolean linked(int associateId) {
          return false;
        }

        @Override
        public Address owner() {
          return new Address("", "");
        }
      };

  /** A new participant (rowId 0, not answered) with this lower-case address. */
  Optional<Participant> byAddress(String smtp);

  /**
   * A new participant (rowId 0, not answered) with the address to write to: of a linked mailbox its
   * own, else the first one of the person; "" if there is none.
   *
   * @param who as {@link Who} says
   */
  Optional<Participant> byIdentity(String who);

  /** Every lower-case address that is known of somebody. */
  Set<String> addresses(String who);

  /** Whether the associate has a linked mailbox, whose own pass writes his reply. */
  boolean linked(int associateId);

  /** The mailbox being synchronized. */
  Address owner();
}
