package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmMember;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.CrmSelection;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.model.When;
import io.exchangesync.core.settings.ContactSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The mapping of selections to folders and groups, and of their members to the contacts in those
 * folders, which look as all contacts do.
 *
 * <p>Name, shape and members of a group belong to SuperOffice.
 */
public final class SelectionMapping implements ItemMapping {
  private static final int VERSION = 1;
  private static final int LONGEST_NAME = 250;

  private final ContactMapping contacts;

  public SelectionMapping(ContactSettings settings) {
    this.contacts = new ContactMapping(settings);
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public Travel travel(Field field) {
    return field == Field.SHOWN_AS || field == Field.MEMBERS
        ? Travel.PUT_BACK
        : contacts.travel(field);
  }

  @Override
  public Optional<When> when(CrmRecord row) {
    return Optional.empty();
  }

  @Override
  public FieldValues readCrm(CrmRecord record) {
    if (record instanceof CrmMember member) {
      return contacts.readCrm(member.person());
    }
    CrmSelection selection = (CrmSelection) record;
    Map<Field, String> values = new EnumMap<>(Field.class);
    values.put(Field.DISPLAY_NAME, name(selection));
    values.put(Field.SHOWN_AS, shape(selection).name());
    values.put(Field.MEMBERS, GroupText.of(selection.addresses()));
    return FieldValues.of(values);
  }

  private static Shape shape(CrmSelection selection) {
    return selection.standing() == CrmSelection.Standing.GROUP ? Shape.GROUP : Shape.FOLDER;
  }

  private static String name(CrmSelection selection) {
    String name = CanonicalText.cut(CanonicalText.line(selection.name()), LONGEST_NAME);
    return name.isEmpty() ? "Selection " + selection.recordId() : name;
  }

  @Override
  public FieldValues readMailbox(MailboxItem item, Optional<Base> base) {
    if (item instanceof MailboxMember member) {
      return contacts.readMailbox(member.contact(), base);
    }
    MailboxSelection shown = (MailboxSelection) item;
    Map<Field, String> values = new EnumMap<>(Field.class);
    values.put(Field.DISPLAY_NAME, CanonicalText.line(shown.name()));
    values.put(Field.SHOWN_AS, shown.shape().name());
    values.put(Field.MEMBERS, GroupText.of(shown.members(), known(base)));
    return FieldValues.of(values);
  }

  private static String known(Optional<Base> base) {
    return base.flatMap(agreed -> agreed.crm().get(Field.MEMBERS)).orElse("");
  }

  /** Found again by their stamps only. */
  @Override
  public Optional<MatchKey> matchKey(FieldValues values) {
    return Optional.empty();
  }

  @Override
  public boolean agree(Field field, String crm, String mailbox) {
    return crm.equals(mailbox);
  }

  @Override
  public CrmRecord putCrm(FieldValues wanted, CrmRecord original) {
    return original instanceof CrmMember member
        ? member.withPerson(contacts.putCrm(wanted, member.person()))
        : original;
  }

  @Override
  public MailboxItem putMailbox(FieldValues wanted, MailboxItem original) {
    return putMailbox(wanted, original, Optional.empty());
  }

  @Override
  public MailboxItem putMailbox(FieldValues wanted, MailboxItem original, Optional<Base> base) {
    if (original instanceof MailboxMember member) {
      return member.withContact(contacts.putMailbox(wanted, member.contact(), base));
    }
    MailboxSelection shown = (MailboxSelection) original;
    Shape shape = wanted.get(Field.SHOWN_AS).map(Shape::valueOf).orElse(shown.shape());
    if (shape != shown.shape()) {
      shown = shown.withShape(shape);
    }
    Optional<String> name = wanted.get(Field.DISPLAY_NAME);
    if (name.isPresent() && !name.get().equals(CanonicalText.line(shown.name()))) {
      shown = shown.withName(name.get());
    }
    Optional<String> members = wanted.get(Field.MEMBERS);
    return members.isEmpty() || members.get().equals(GroupText.of(shown.members(), known(base)))
        ? shown
        : shown.withMembers(GroupText.put(members.get(), shown.members(), known(base)));
  }

  /** Never: nothing of the mailbox makes a selection or a person. */
  @Override
  public CrmRecord newCrm(FieldValues wanted) {
    throw new UnmappableException(Field.DISPLAY_NAME, "Nothing in a mailbox makes a selection.");
  }

  @Override
  public MailboxItem newMailbox(FieldValues wanted, CrmRecord record) {
    if (record instanceof CrmMember member) {
      return new MailboxMember(
          member.member().selectionId(), contacts.newMailbox(wanted, member.person()));
    }
    return putMailbox(wanted, MailboxSelection.blank(shape((CrmSelection) record)));
  }
}
