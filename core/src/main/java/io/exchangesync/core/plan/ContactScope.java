package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.settings.ContactSettings.DeletedContact;
import java.util.Optional;

/**
 * Contacts belong to SuperOffice: a person is in the mailbox as long as there is a reason, and
 * nothing of the mailbox ever makes or deletes a person (sync-rules section 1).
 */
final class ContactScope implements Scope {
  private final DeletedContact deleted;

  ContactScope(PlanContext context) {
    this.deleted = context.settings().mapping().contacts().deleted();
  }

  @Override
  public Optional<Reason> untouchable(Optional<CrmRecord> row, Optional<MailboxItem> item) {
    return Optional.empty();
  }

  @Override
  public Optional<Reason> leaves(CrmRecord record) {
    CrmPerson person = (CrmPerson) record;
    return switch (person.life()) {
      case RETIRED -> Optional.of(Reason.PERSON_RETIRED);
      case DELETED -> Optional.of(Reason.PERSON_DELETED);
      case LIVE ->
          person.reasons().none() ? Optional.of(Reason.NOT_WANTED) : Optional.<Reason>empty();
    };
  }

  /** The travel of each field says it: fields that belong to SuperOffice are put back. */
  @Override
  public boolean ownedByCrm(CrmRecord record) {
    return false;
  }

  @Override
  public Optional<Reason> outOfScope(Optional<CrmRecord> record, Optional<MailboxItem> item) {
    return Optional.empty();
  }

  @Override
  public ItemGone itemGone(CrmRecord record) {
    return deleted == DeletedContact.PUT_BACK ? ItemGone.PUT_BACK : ItemGone.LEAVE_AWAY;
  }

  @Override
  public boolean takesFromMailbox() {
    return false;
  }
}
