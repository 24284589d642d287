package io.exchangesync.web.dto;

import io.exchangesync.ejb.admin.LinkProposal;
import io.exchangesync.exchange.oab.AddressBookEntry;
import io.exchangesync.exchange.oab.EntryType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * To which mailbox a user could be linked; confirm it by sending associateId and address to
 * /external-mailboxes/links.
 *
 * @param canBeLinked whether the mailbox was found beyond doubt
 * @param text what the outcome means
 * @param address of the mailbox
 */
public record LinkProposalDto(
    int associateId,
    @Schema(examples = "Anders Dahl") String fullName,
    @Schema(examples = "anders.dahl@example.com") String email,
    boolean canBeLinked,
    LinkProposal.Outcome outcome,
    String text,
    Optional<String> address,
    Optional<String> displayName,
    Optional<EntryType> type) {

  public static LinkProposalDto of(LinkProposal proposal) {
    return new LinkProposalDto(
        proposal.associate().id(),
        proposal.associate().fullName(),
        proposal.associate().email(),
        proposal.outcome().isMatch(),
        proposal.outcome(),
        proposal.outcome().text(),
        proposal.mailbox().map(AddressBookEntry::smtpAddress),
        proposal.mailbox().map(AddressBookEntry::displayName),
        proposal.mailbox().map(AddressBookEntry::type));
  }
}
