package io.exchangesync.ejb.admin;

import io.exchangesync.core.port.Associate;
import io.exchangesync.ejb.admin.LinkProposal.Outcome;
import io.exchangesync.exchange.oab.AddressBookEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the mailboxes of users by their primary e-mail addresses. No mailbox is proposed twice, and
 * what is not certain is not proposed but explained.
 */
final class LinkProposals {
  private final Map<String, List<AddressBookEntry>> byAddress = new HashMap<>();
  private final Set<String> taken;

  /**
   * @param entries those that have one of the users' addresses
   * @param taken addresses in lower case to which users are linked
   */
  LinkProposals(List<AddressBookEntry> entries, Set<String> taken) {
    for (AddressBookEntry entry : entries) {
      entry
          .smtpAddresses()
          .forEach(each -> byAddress.computeIfAbsent(each, any -> new ArrayList<>()).add(entry));
    }
    this.taken = Set.copyOf(taken);
  }

  /**
   * A proposal for each user, in their order.
   *
   * @param associates who are not linked
   */
  List<LinkProposal> of(List<Associate> associates) {
    List<LinkProposal> alone = associates.stream().map(this::of).toList();
    Map<String, Long> wanted =
        alone.stream()
            .filter(proposal -> proposal.outcome().isMatch())
            .map(LinkProposals::mailboxAddress)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return alone.stream()
        .map(
            proposal ->
                proposal.outcome().isMatch() && wanted.get(mailboxAddress(proposal)) > 1
                    ? new LinkProposal(proposal.associate(), Outcome.SHARED, proposal.mailbox())
                    : proposal)
        .toList();
  }

  static String address(Associate associate) {
    return associate.email().strip().toLowerCase(Locale.ROOT);
  }

  private LinkProposal of(Associate associate) {
    String address = address(associate);
    if (address.isEmpty()) {
      return new LinkProposal(associate, Outcome.NO_ADDRESS, Optional.empty());
    }
    List<AddressBookEntry> having = byAddress.getOrDefault(address, List.of());
    List<AddressBookEntry> diaries =
        having.stream().filter(entry -> entry.type().hasDiary()).toList();
    if (diaries.isEmpty()) {
      Outcome outcome = having.isEmpty() ? Outcome.NOT_FOUND : Outcome.NO_DIARY;
      return new LinkProposal(associate, outcome, having.stream().findFirst());
    }
    List<AddressBookEntry> primary =
        diaries.stream().filter(entry -> primary(entry).equals(address)).toList();
    List<AddressBookEntry> best = primary.isEmpty() ? diaries : primary;
    if (best.size() > 1) {
      return new LinkProposal(associate, Outcome.AMBIGUOUS, Optional.empty());
    }
    AddressBookEntry mailbox = best.get(0);
    if (mailbox.smtpAddresses().stream().anyMatch(taken::contains)) {
      return new LinkProposal(associate, Outcome.TAKEN, Optional.of(mailbox));
    }
    Outcome match = primary.isEmpty() ? Outcome.OTHER_ADDRESS : Outcome.PRIMARY_ADDRESS;
    return new LinkProposal(associate, match, Optional.of(mailbox));
  }

  private static String mailboxAddress(LinkProposal proposal) {
    return primary(proposal.mailbox().orElseThrow());
  }

  private static String primary(AddressBookEntry entry) {
    return entry.smtpAddress().toLowerCase(Locale.ROOT);
  }
}
