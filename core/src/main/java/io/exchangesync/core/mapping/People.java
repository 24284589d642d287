package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.Meeting.Address;
import java.util.Optional;

/** Who stands behind an e-mail address, as far as it was looked up before the mapping is asked. */
public interface People {
  /** Nobody is known. */
  People NOBODY =
      new People() {
        @Override
        public Optional<Participant> byAddress(String smtp) {
          return Optional.empty();
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

  /** Whether the associate has a linked mailbox, whose own pass writes his reply. */
  boolean linked(int associateId);

  /** The mailbox being synchronized. */
  Address owner();
}
