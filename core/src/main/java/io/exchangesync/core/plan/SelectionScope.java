package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmMember;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.CrmSelection;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.settings.ContactSettings.DeletedContact;
import java.util.Optional;

/**
 * Selections and their members belong to SuperOffice: they are in the mailbox as long as the
 * selection is chosen, and nothing of the mailbox ever changes them (sync-rules section 1).
 */
final class SelectionScope implements Scope {
  private final DeletedContact deleted;

  SelectionScope(PlanContext context) {
    this.deleted = context.settings().mapping().contacts().deleted();
  }

  @Override
  public Optional<Reason> untouchable(Optional<CrmRecord> record, Optional<MailboxItem> item) {
    return record
        .filter(CrmMember.class::isInstance)
        .map(CrmMember.class::cast)
        .flatMap(
            member ->
                switch (member.standing()) {
                  case UNKNOWN -> Optional.of(Reason.SELECTION_DYNAMIC);
                  case WAITING -> Optional.of(Reason.ITEM_ERROR);
                  case MEMBER, LEFT -> Optional.<Reason>empty();
                });
  }

  @Override
  public Optional<Reason> held(CrmRecord record) {
    return record instanceof CrmSelection selection
            && selection.standing() == CrmSelection.Standing.DYNAMIC
        ? Optional.of(Reason.SELECTION_DYNAMIC)
        : Optional.empty();
  }

  @Override
  public Optional<Reason> leaves(CrmRecord record) {
    if (record instanceof CrmSelection selection) {
      return switch (selection.standing()) {
        case FOLDER, GROUP, DYNAMIC -> Optional.<Reason>empty();
        case TOO_LARGE_FOR_A_GROUP -> Optional.of(Reason.SELECTION_TOO_LARGE);
        case NOT_SHOWN -> Optional.of(Reason.SELECTION_NOT_SHOWN);
      };
    }
    CrmMember member = (CrmMember) record;
    return switch (member.person().life()) {
      case RETIRED -> Optional.of(Reason.PERSON_RETIRED);
      case DELETED -> Optional.of(Reason.PERSON_DELETED);
      case LIVE ->
          member.standing() == CrmMember.Standing.LEFT
              ? Optional.of(Reason.NOT_WANTED)
              : Optional.<Reason>empty();
    };
  }

  /** The travel of each field says it. */
  @Override
  public boolean ownedByCrm(CrmRecord record) {
    return false;
  }

  @Override
  public Optional<Reason> outOfScope(Optional<CrmRecord> record, Optional<MailboxItem> item) {
    return Optional.empty();
  }

  /** A folder or group is always made again; a contact in a folder by setting. */
  @Override
  public ItemGone itemGone(CrmRecord record) {
    return record instanceof CrmSelection || deleted == DeletedContact.PUT_BACK
        ? ItemGone.PUT_BACK
        : ItemGone.LEAVE_AWAY;
  }

  @Override
  public boolean takesFromMailbox() {
    return false;
  }
}
