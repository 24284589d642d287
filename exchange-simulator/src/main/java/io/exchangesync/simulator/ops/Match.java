package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.contacts.DirectoryGroups;
import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.MemberXml;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody a name was resolved to.
 *
 * @param owner the mailbox that is meant, or that has the item; a group has none
 * @param item the contact or list, when it is not the mailbox itself
 */
record Match(Value.Member member, MailboxInfo owner, Optional<Item> item) {
  private static final MailboxInfo DIRECTORY = new MailboxInfo("", "", "", "", Set.of(), Map.of());

  static Match group(DirectoryGroups.Group group) {
    return new Match(DirectoryGroups.asMember(group), DIRECTORY, Optional.empty());
  }

  static Match mailbox(MailboxInfo info) {
    return new Match(
        new Value.Member("", info.displayName(), info.smtp(), "SMTP", "Mailbox", "", "Normal"),
        info,
        Optional.empty());
  }

  /** A contact once for each of its addresses, a distribution list once. */
  static Stream<Match> item(MailboxStore mailbox, Item item) {
    MailboxInfo owner = mailbox.info();
    String name = item.text("contacts:DisplayName").orElse("");
    String id = Ids.item(owner.guid(), item.number());
    if (ItemKind.of(item) == ItemKind.DISTRIBUTION_LIST) {
      Value.Member list = new Value.Member("", name, "", "MAPIPDL", "PrivateDL", id, "Normal");
      return Stream.of(new Match(list, owner, Optional.of(item)));
    }
    return IntStream.rangeClosed(1, 3)
        .mapToObj(n -> item.text("contacts:EmailAddress/EmailAddress" + n))
        .flatMap(Optional::stream)
        .filter(smtp -> !smtp.isBlank())
        .map(smtp -> new Value.Member("", name, smtp, "SMTP", "Contact", id, "Normal"))
        .map(member -> new Match(member, owner, Optional.of(item)));
  }

  /**
   * @param wanted the beginning of an address or of a word of the name, in lower case
   */
  boolean answers(String wanted) {
    String name = member.name().toLowerCase(Locale.ROOT);
    List<String> texts = List.of(name, member.smtp().toLowerCase(Locale.ROOT));
    return texts.stream().anyMatch(text -> text.startsWith(wanted)) || name.contains(" " + wanted);
  }

  boolean sharesAddressWith(Match other) {
    return !member.smtp().isEmpty() && member.smtp().equalsIgnoreCase(other.member().smtp());
  }

  /** The element Resolution. */
  void write(Call call, Detail detail) {
    XmlOut out = call.out();
    out.open("t:Resolution");
    MemberXml.mailbox(out, member);
    if (detail == Detail.FULL && item.isEmpty()) {
      directoryEntry(out);
    } else if (detail == Detail.FULL && ItemKind.of(item.get()) == ItemKind.CONTACT) {
      call.writer(Shape.defaults()).write(owner, item.get());
    }
    out.close("t:Resolution");
  }

  /** How much a resolution tells. */
  enum Detail {
    ADDRESS,
    FULL
  }

  private void directoryEntry(XmlOut out) {
    out.open("t:Contact").text("t:DisplayName", member.name()).open("t:EmailAddresses");
    out.text("t:Entry", "SMTP:" + member.smtp(), "Key", "EmailAddress1");
    out.close("t:EmailAddresses").text("t:ContactSource", "ActiveDirectory").close("t:Contact");
  }
}
