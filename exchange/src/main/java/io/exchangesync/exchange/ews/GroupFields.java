package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.GroupAddress;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.Stamp;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * What of a group of contacts is written: members that left are deleted by their keys and new ones
 * are appended, so that a changed membership is as small a request as it can be.
 */
final class GroupFields {
  static final Property MEMBERS = new Property.Schema("distributionlist:Members");

  /** Characters of a member in a request, about. */
  static final int LENGTH_OF_A_MEMBER = 250;

  private static final String MEMBER = "distributionlist:Members:Member";
  private static final String NAME = "contacts:DisplayName";

  private GroupFields() {}

  static FieldSet of(Optional<MailboxSelection> before, MailboxSelection after) {
    FieldSet fields = new FieldSet();
    if (before.isEmpty()) {
      after.stamp().ifPresent(stamp -> fields.named(Property.STAMP, Optional.of(stamp.encoded())));
      fields.text(NAME, after.name());
      if (!after.members().isEmpty()) {
        fields.put(MEMBERS, Optional.of(xml -> write(xml, after.members())));
      }
      return fields;
    }
    MailboxSelection old = before.get();
    if (!old.stamp().equals(after.stamp())) {
      fields.named(Property.STAMP, after.stamp().map(Stamp::encoded));
    }
    if (!old.name().equals(after.name())) {
      fields.text(NAME, after.name());
    }
    old.members().stream()
        .filter(member -> !after.members().contains(member))
        .forEach(
            member -> fields.put(new Property.Indexed(MEMBER, member.key()), Optional.empty()));
    List<GroupAddress> added =
        after.members().stream().filter(member -> member.key().isEmpty()).toList();
    if (!added.isEmpty()) {
      fields.put(new Property.Appended(MEMBERS), Optional.of(xml -> write(xml, added)));
    }
    return fields;
  }

  private static void write(EwsXml xml, List<GroupAddress> members) throws XMLStreamException {
    xml.type("Members");
    for (GroupAddress member : members) {
      xml.type("Member").type("Mailbox");
      if (!member.name().isEmpty()) {
        xml.type("Name", member.name());
      }
      xml.type("EmailAddress", member.address())
          .type("RoutingType", "SMTP")
          .type("MailboxType", "OneOff")
          .end()
          .end();
    }
    xml.end();
  }
}
