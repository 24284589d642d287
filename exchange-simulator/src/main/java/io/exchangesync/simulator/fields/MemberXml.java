package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** The members of distribution lists as requests and answers carry them. */
public final class MemberXml {
  static final String MEMBERS = "distributionlist:Members";
  private static final String ONE = MEMBERS + ":Member";

  private MemberXml() {}

  /** Whether the path is that of one member, by its key. */
  static boolean isMember(PropertyPath.Indexed path) {
    return path.uri().equals(ONE);
  }

  /** Whether the key under which a change is stored is that of one member. */
  public static boolean isMember(String key) {
    return key.startsWith(ONE + "/");
  }

  /**
   * Takes one member out of a list.
   *
   * @param key of the path to the member
   * @throws EwsError ErrorDistributionListMemberNotExist when the list has no such member
   */
  public static void remove(Map<String, Value> properties, String key) {
    String wanted = key.substring(ONE.length() + 1);
    List<Value.Member> before =
        properties.get(MEMBERS) instanceof Value.Members m ? m.list() : List.of();
    Predicate<Value.Member> other = member -> !member.key().equals(wanted);
    List<Value.Member> after = before.stream().filter(other).toList();
    if (after.size() == before.size()) {
      throw new EwsError(
          "ErrorDistributionListMemberNotExist", "The distribution list has no such member.");
    }
    properties.put(MEMBERS, new Value.Members(after));
  }

  static Value read(Element members) {
    return new Value.Members(
        Dom.children(members, "Member").stream()
            .map(member -> member(Dom.required(member, "Mailbox")))
            .toList());
  }

  /**
   * One mailbox as a member that nothing is known of but what the request says.
   *
   * @param mailbox an element of EmailAddressType
   */
  public static Value.Member member(Element mailbox) {
    return new Value.Member(
        "",
        text(mailbox, "Name"),
        text(mailbox, "EmailAddress"),
        text(mailbox, "RoutingType"),
        text(mailbox, "MailboxType"),
        Dom.child(mailbox, "ItemId").map(id -> id.getAttribute("Id")).orElse(""),
        "Normal");
  }

  static void write(XmlOut out, Value.Members members) {
    out.open("t:Members");
    for (Value.Member member : members.list()) {
      out.open("t:Member", "Key", member.key());
      mailbox(out, member);
      out.text("t:Status", member.status()).close("t:Member");
    }
    out.close("t:Members");
  }

  /** The element Mailbox. */
  public static void mailbox(XmlOut out, Value.Member member) {
    out.open("t:Mailbox").text("t:Name", member.name());
    if (!member.smtp().isEmpty()) {
      out.text("t:EmailAddress", member.smtp());
    }
    out.text("t:RoutingType", member.routing()).text("t:MailboxType", member.mailboxType());
    if (!member.itemId().isEmpty()) {
      out.empty("t:ItemId", "Id", member.itemId());
    }
    out.close("t:Mailbox");
  }

  private static String text(Element mailbox, String name) {
    return Dom.text(mailbox, name).map(String::strip).orElse("");
  }
}
