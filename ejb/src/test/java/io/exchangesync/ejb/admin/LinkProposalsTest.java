package io.exchangesync.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.exchangesync.core.port.Associate;
import io.exchangesync.ejb.admin.LinkProposal.Outcome;
import io.exchangesync.exchange.oab.AddressBookEntry;
import io.exchangesync.exchange.oab.EntryType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By which address a user finds a mailbox, and when nothing is proposed. */
class LinkProposalsTest {
  private static final AddressBookEntry ANNA =
      entry("Anna@example.com", EntryType.MAILBOX, "smtp:a.berg@example.com");
  private static final AddressBookEntry ROOM = entry("room4@example.com", EntryType.ROOM);
  private static final AddressBookEntry LIST =
      entry("sales@example.com", EntryType.DISTRIBUTION_LIST);
  private static final LinkProposals BOOK = new LinkProposals(List.of(ANNA, ROOM, LIST), Set.of());

  @Test
  void thePrimaryAddressFindsAMailboxWhateverItsCase() {
    assertThat(outcomes(BOOK, "anna@EXAMPLE.com")).containsExactly(Outcome.PRIMARY_ADDRESS);
    assertThat(BOOK.of(users("anna@example.com")).get(0).mailbox()).contains(ANNA);
  }

  @Test
  void anotherAddressOfOneMailboxFindsItToo() {
    assertThat(outcomes(BOOK, "a.berg@example.com")).containsExactly(Outcome.OTHER_ADDRESS);
  }

  @Test
  void roomsAreFoundAndListsAreNot() {
    assertThat(outcomes(BOOK, "room4@example.com", "sales@example.com"))
        .containsExactly(Outcome.PRIMARY_ADDRESS, Outcome.NO_DIARY);
  }

  @Test
  void whoHasNoAddressOrAnUnknownOneIsTold() {
    assertThat(outcomes(BOOK, "", "nobody@example.com"))
        .containsExactly(Outcome.NO_ADDRESS, Outcome.NOT_FOUND);
  }

  @Test
  void aMailboxThatTwoUsersWouldGetIsProposedToNeither() {
    assertThat(outcomes(BOOK, "anna@example.com", "a.berg@example.com", "room4@example.com"))
        .containsExactly(Outcome.SHARED, Outcome.SHARED, Outcome.PRIMARY_ADDRESS);
  }

  @Test
  void aLinkedMailboxIsTakenUnderEachOfItsAddresses() {
    LinkProposals book = new LinkProposals(List.of(ANNA), Set.of("a.berg@example.com"));
    assertThat(outcomes(book, "anna@example.com")).containsExactly(Outcome.TAKEN);
  }

  @Test
  void aPrimaryAddressGoesBeforeAnothersOldOneAndTwoOldOnesAreAmbiguous() {
    AddressBookEntry one = entry("one@example.com", EntryType.MAILBOX, "smtp:old@example.com");
    AddressBookEntry two = entry("two@example.com", EntryType.MAILBOX, "smtp:old@example.com");
    AddressBookEntry old = entry("old@example.com", EntryType.MAILBOX);
    assertThat(outcomes(new LinkProposals(List.of(one, two, old), Set.of()), "old@example.com"))
        .containsExactly(Outcome.PRIMARY_ADDRESS);
    assertThat(outcomes(new LinkProposals(List.of(one, two), Set.of()), "old@example.com"))
        .containsExactly(Outcome.AMBIGUOUS);
  }

  @Test
  void thousandsOfUsersAreComparedWithThousandsOfMailboxesInSeconds() {
    List<AddressBookEntry> entries =
        IntStream.range(0, 6000)
            .mapToObj(i -> entry(i + "@example.com", EntryType.MAILBOX, "smtp:" + i + "@old.test"))
            .toList();
    String[] addresses = entries.stream().map(AddressBookEntry::smtpAddress).toArray(String[]::new);
    LinkProposals book = new LinkProposals(entries, Set.of());
    List<Outcome> outcomes =
        assertTimeoutPreemptively(Duration.ofSeconds(8), () -> outcomes(book, addresses));
    assertThat(outcomes).hasSize(6000).containsOnly(Outcome.PRIMARY_ADDRESS);
  }

  private static List<Outcome> outcomes(LinkProposals book, String... addresses) {
    return book.of(users(addresses)).stream().map(LinkProposal::outcome).toList();
  }

  private static List<Associate> users(String... addresses) {
    return Arrays.stream(addresses)
        .map(a -> new Associate(1, "X", "X", Associate.Type.EMPLOYEE, "", a, ""))
        .toList();
  }

  private static AddressBookEntry entry(String smtp, EntryType type, String... proxies) {
    return new AddressBookEntry(smtp, "", type, "", "", List.of(proxies), "", "", "", "", "");
  }
}
