package io.exchangesync.web.dto;

import io.exchangesync.exchange.oab.AddressBookEntry;
import io.exchangesync.exchange.oab.EntryType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mailbox that Exchange's address book tells of.
 *
 * @param addresses all its SMTP addresses, the primary one first
 * @param mailboxId the linked mailbox with one of these addresses
 */
public record ExternalMailboxDto(
    @Schema(examples = "anders.dahl@example.com") String address,
    @Schema(examples = "Anders Dahl") String displayName,
    EntryType type,
    List<String> addresses,
    String title,
    String department,
    String office,
    String businessPhone,
    String mobilePhone,
    Optional<Integer> mailboxId) {

  /**
   * @param linked mailbox ids by lower-case address
   */
  public static ExternalMailboxDto of(AddressBookEntry entry, Map<String, Integer> linked) {
    return new ExternalMailboxDto(
        entry.smtpAddress(),
        entry.displayName(),
        entry.type(),
        entry.smtpAddresses(),
        entry.title(),
        entry.department(),
        entry.office(),
        entry.businessPhone(),
        entry.mobilePhone(),
        entry.smtpAddresses().stream().map(linked::get).filter(Objects::nonNull).findFirst());
  }
}
