package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.GroupAddress;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.model.Member;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.port.ItemHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups of the default contacts folder, and contacts in the folders of selections; which selection
 * a contact is in is told by its folder.
 *
 * @param listed the selection whose folder is listed; empty: the default folder, of which groups
 *     count
 * @param selectionByFolder selection_id by the id of its folder
 * @param ours whose stamps are ours
 */
record SelectionCodec(
    Optional<Integer> listed,
    Map<String, Integer> selectionByFolder,
    ContactCodec contacts,
    OurStamps ours)
    implements ItemCodec {
  /** In the place of a selection: the contact is in no folder of ours. */
  static final int ELSEWHERE = 0;

  private static final String GROUP = "DistributionList";

  @Override
  public String folder() {
    return contacts.folder();
  }

  @Override
  public boolean covers(XmlElement item) {
    return item.name().equals(GROUP) || listed.isPresent() && item.name().equals("Contact");
  }

  @Override
  public List<Property> headProperties() {
    return contacts.headProperties();
  }

  @Override
  public List<Property> wholeProperties() {
    List<Property> properties = new ArrayList<>(contacts.wholeProperties());
    properties.add(new Property.Schema("item:ParentFolderId"));
    properties.add(GroupFields.MEMBERS);
    return properties;
  }

  /**
   * A contact that was moved here from another selection's folder is the user's own, as one of
   * another associate is.
   */
  @Override
  public ItemHead head(XmlElement item) {
    ItemHead head = contacts.head(item);
    return new ItemHead(
        head.version(),
        head.itemClass(),
        head.type(),
        head.start(),
        head.end(),
        head.stamp().filter(this::belongs));
  }

  private boolean belongs(Stamp stamp) {
    Optional<Integer> selection = Member.ofLinkId(stamp.linkId()).map(Member::selectionId);
    return ours.include(stamp) && selection.equals(listed);
  }

  @Override
  public MailboxItem read(XmlElement item) {
    if (item.name().equals(GROUP)) {
      return group(item);
    }
    MailboxContact contact = contacts.read(item);
    int selection =
        item.child("ParentFolderId")
            .flatMap(id -> id.attribute("Id"))
            .map(selectionByFolder::get)
            .orElse(ELSEWHERE);
    return new MailboxMember(selection, contact);
  }

  private static MailboxSelection group(XmlElement item) {
    ItemVersion version = ItemParts.version(item);
    List<GroupAddress> members =
        item.child("Members").map(XmlElement::children).orElse(List.of()).stream()
            .map(SelectionCodec::member)
            .toList();
    return new MailboxSelection(
        Optional.of(version),
        Shape.GROUP,
        item.text("DisplayName").map(Values::lines).orElse(""),
        members,
        ItemParts.stamp(item),
        ItemParts.lastModified(item));
  }

  /** A member without an address, such as another group, is known by its key alone. */
  private static GroupAddress member(XmlElement member) {
    Optional<XmlElement> mailbox = member.child("Mailbox");
    String key = member.attribute("Key").orElse("");
    return new GroupAddress(
        mailbox.flatMap(m -> m.text("EmailAddress")).filter(a -> !a.isBlank()).orElse(key),
        mailbox.flatMap(m -> m.text("Name")).orElse(""),
        key);
  }

  @Override
  public String element(MailboxItem value) {
    return value instanceof MailboxSelection ? GROUP : "Contact";
  }

  @Override
  public FieldSet fields(Optional<MailboxItem> before, MailboxItem after) {
    if (after instanceof MailboxSelection group) {
      return GroupFields.of(before.map(MailboxSelection.class::cast), group);
    }
    return contacts.fields(
        before.map(MailboxMember.class::cast).map(MailboxMember::contact),
        ((MailboxMember) after).contact());
  }

  @Override
  public int textLength(MailboxItem value) {
    return value instanceof MailboxSelection group
        ? group.members().size() * GroupFields.LENGTH_OF_A_MEMBER
        : value.subject().length();
  }
}
