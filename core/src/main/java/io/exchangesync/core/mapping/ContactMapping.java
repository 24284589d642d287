package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import io.exchangesync.core.settings.ContactSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mapping of persons to contacts: one lens per field (sync-rules section 4).
 *
 * <p>A lens writes only where the side reads differently from what is wanted, so GetPut holds for
 * every value.
 */
public final class ContactMapping implements ItemMapping {
  private static final int VERSION = 1;

  private final List<ContactLens> lenses;
  private final Map<Field, Travel> travel = new EnumMap<>(Field.class);

  public ContactMapping(ContactSettings settings) {
    List<ContactLens> all = new ArrayList<>(ContactLenses.of(settings));
    all.addAll(new ContactCategories(settings).lenses());
    this.lenses = List.copyOf(all);
    lenses.forEach(lens -> travel.put(lens.field(), lens.travel()));
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public Travel travel(Field field) {
    return travel.getOrDefault(field, Travel.NONE);
  }

  @Override
  public Optional<When> when(CrmRecord row) {
    return Optional.empty();
  }

  @Override
  public FieldValues readCrm(CrmRecord record) {
    CrmPerson person = (CrmPerson) record;
    Map<Field, String> values = new EnumMap<>(Field.class);
    lenses.forEach(lens -> values.put(lens.field(), lens.readCrm().apply(person)));
    return FieldValues.of(values);
  }

  @Override
  public FieldValues readMailbox(MailboxItem item, Optional<Base> base) {
    KnownContact known = known((MailboxContact) item, base, FieldValues.none());
    Map<Field, String> values = new EnumMap<>(Field.class);
    lenses.forEach(lens -> values.put(lens.field(), lens.readMailbox().apply(known)));
    return FieldValues.of(values);
  }

  /** Contacts are matched by e-mail, then name and company, not by one key. */
  @Override
  public Optional<MatchKey> matchKey(FieldValues values) {
    return Optional.empty();
  }

  @Override
  public boolean agree(Field field, String crm, String mailbox) {
    return crm.equals(mailbox);
  }

  @Override
  public CrmPerson putCrm(FieldValues wanted, CrmRecord original) {
    CrmPerson person = (CrmPerson) original;
    for (ContactLens lens : lenses) {
      Optional<String> text = wanted.get(lens.field());
      if (text.isPresent() && !text.get().equals(lens.readCrm().apply(person))) {
        person = lens.putCrm().apply(person, text.get());
      }
    }
    return person.equals(original) ? (CrmPerson) original : person;
  }

  @Override
  public MailboxContact putMailbox(FieldValues wanted, MailboxItem original) {
    return putMailbox(wanted, original, Optional.empty());
  }

  @Override
  public MailboxContact putMailbox(FieldValues wanted, MailboxItem original, Optional<Base> base) {
    KnownContact known = known((MailboxContact) original, base, wanted);
    for (ContactLens lens : lenses) {
      Optional<String> text = wanted.get(lens.field());
      if (text.isPresent() && !text.get().equals(lens.readMailbox().apply(known))) {
        MailboxContact changed = lens.putMailbox().apply(known, text.get());
        known = new KnownContact(changed, known.selectionCategories());
      }
    }
    return known.contact().equals(original) ? (MailboxContact) original : known.contact();
  }

  private static KnownContact known(
      MailboxContact contact, Optional<Base> base, FieldValues wanted) {
    return new KnownContact(contact, ContactCategories.known(base, wanted));
  }

  /** Never: nothing of the mailbox makes a person. */
  @Override
  public CrmRecord newCrm(FieldValues wanted) {
    throw new UnmappableException(Field.DISPLAY_NAME, "A contact never makes a person.");
  }

  @Override
  public MailboxContact newMailbox(FieldValues wanted, CrmRecord record) {
    return putMailbox(wanted, MailboxContact.blank());
  }
}
