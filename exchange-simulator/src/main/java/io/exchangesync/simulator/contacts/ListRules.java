package io.exchangesync.simulator.contacts;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Store;
import io.exchangesync.simulator.store.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What Exchange makes of a distribution list on saving: every member has a name, a kind and a key
 * that stays the same as long as the member does.
 *
 * @param store the directory, and where members that are contacts or lists are looked up
 */
public record ListRules(Store store) {
  private static final String MEMBERS = "distributionlist:Members";

  /**
   * Puts names and members right.
   *
   * @throws EwsError ErrorMissingInformationEmailAddress for a member without address and item
   */
  public void settle(Map<String, Value> properties) {
    properties.putIfAbsent(ContactRules.DISPLAY_NAME, Value.of(""));
    properties.put("item:Subject", properties.get(ContactRules.DISPLAY_NAME));
    properties.put(ContactRules.FILE_AS, properties.get(ContactRules.DISPLAY_NAME));
    if (properties.get(MEMBERS) instanceof Value.Members members) {
      properties.put(
          MEMBERS, new Value.Members(members.list().stream().map(this::settled).toList()));
    }
  }

  private Value.Member settled(Value.Member member) {
    if (!member.key().isEmpty()) {
      return member;
    }
    if (member.smtp().isEmpty() && member.itemId().isEmpty()) {
      throw new EwsError(
          "ErrorMissingInformationEmailAddress", "A member needs an address or an item id.");
    }
    return member.itemId().isEmpty() ? byAddress(member) : byItem(member);
  }

  private Value.Member byAddress(Value.Member member) {
    Optional<MailboxStore> mailbox = store.mailbox(member.smtp());
    boolean oneOff = mailbox.isEmpty() && !member.mailboxType().equals("PublicDL");
    String known = mailbox.map(m -> m.info().displayName()).orElse(member.smtp());
    String type = oneOff ? "OneOff" : kind(member, "Mailbox");
    return member(member, known, member.smtp(), type, "Normal");
  }

  /** A contact that is not there leaves a member with what the request said of it. */
  private Value.Member byItem(Value.Member member) {
    Optional<Item> item =
        Ids.decode(member.itemId())
            .flatMap(id -> store.mailboxByGuid(id.mailbox()).flatMap(m -> m.item(id.number())));
    if (item.isEmpty()) {
      Value.Member bare =
          new Value.Member(
              "", member.name(), member.smtp(), member.routing(), "OneOff", "", "Demoted");
      return member(bare, member.smtp(), member.smtp(), "OneOff", "Demoted");
    }
    boolean list = ItemKind.of(item.get()) == ItemKind.DISTRIBUTION_LIST;
    String address =
        list || !member.smtp().isEmpty()
            ? member.smtp()
            : ContactRules.text(item.get().properties(), "contacts:EmailAddress/EmailAddress1");
    String name = ContactRules.text(item.get().properties(), ContactRules.DISPLAY_NAME);
    return member(member, name, address, list ? "PrivateDL" : "Contact", "Normal");
  }

  private static Value.Member member(
      Value.Member asked, String knownName, String smtp, String type, String status) {
    String name = asked.name().isEmpty() ? knownName : asked.name();
    String routing = asked.routing().isEmpty() ? routing(type) : asked.routing();
    String identity = type + '\0' + name + '\0' + routing + '\0' + smtp + '\0' + asked.itemId();
    String key = Base64.getEncoder().encodeToString(identity.getBytes(StandardCharsets.UTF_8));
    return new Value.Member(key, name, smtp, routing, type, asked.itemId(), status);
  }

  private static String routing(String type) {
    return type.equals("PrivateDL") ? "MAPIPDL" : "SMTP";
  }

  private static String kind(Value.Member member, String otherwise) {
    return member.mailboxType().isEmpty() ? otherwise : member.mailboxType();
  }
}
