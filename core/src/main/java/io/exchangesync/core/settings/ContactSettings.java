package io.exchangesync.core.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which persons become contacts of a mailbox and how they are written (sync-rules sections 1, 4 and
 * 6).
 *
 * @param twoWayFields whether edits of a person's own phone, e-mail, address and title travel back
 * @param category the category of every contact of ours
 * @param chosen person_id of persons the user wants whatever happens
 * @param selections selection_id of chosen selections, in the user's order
 * @param selectionCategory one fixed category for members of any selection; empty = the selection's
 *     name
 * @param jobTitleField programmatic id of the user-defined field that stands for the job title;
 *     empty = the person's title
 */
public record ContactSettings(
    boolean twoWayFields,
    DeletedContact deleted,
    boolean birthday,
    PhoneOrder phoneOrder,
    String category,
    List<Integer> chosen,
    List<Integer> selections,
    SelectionsAs selectionsAs,
    Optional<String> selectionCategory,
    Optional<String> jobTitleField) {

  /** The person's title is the job title. */
  public ContactSettings(
      boolean twoWayFields,
      DeletedContact deleted,
      boolean birthday,
      PhoneOrder phoneOrder,
      String category,
      List<Integer> chosen,
      List<Integer> selections,
      SelectionsAs selectionsAs,
      Optional<String> selectionCategory) {
    this(
        twoWayFields,
        deleted,
        birthday,
        phoneOrder,
        category,
        chosen,
        selections,
        selectionsAs,
        selectionCategory,
        Optional.empty());
  }

  public static final ContactSettings DEFAULTS =
      new ContactSettings(
          false,
          DeletedContact.PUT_BACK,
          true,
          PhoneOrder.DIRECT_FIRST,
          "SuperOffice Person",
          List.of(),
          List.of(),
          SelectionsAs.CATEGORY,
          Optional.empty());

  public ContactSettings {
    Objects.requireNonNull(deleted);
    Objects.requireNonNull(phoneOrder);
    Objects.requireNonNull(category);
    chosen = List.copyOf(chosen);
    selections = List.copyOf(selections);
    Objects.requireNonNull(selectionsAs);
    Objects.requireNonNull(selectionCategory);
    Objects.requireNonNull(jobTitleField);
  }

  /** The same for a mailbox that gets no folders and groups: members show by category. */
  public ContactSettings byCategory() {
    return new ContactSettings(
        twoWayFields,
        deleted,
        birthday,
        phoneOrder,
        category,
        chosen,
        selections,
        SelectionsAs.CATEGORY,
        selectionCategory,
        jobTitleField);
  }

  /** Setting {@code contacts.deleted}: what follows when the user deletes a contact of ours. */
  public enum DeletedContact {
    PUT_BACK,
    /** The person is left away for this user; it is never deleted. */
    LEAVE_AWAY
  }

  /** Setting {@code contacts.phone-order}: which number is the first business phone. */
  public enum PhoneOrder {
    DIRECT_FIRST,
    SWITCHBOARD_FIRST
  }

  /** Setting {@code selections.as}: how a selection shows in the mailbox. */
  public enum SelectionsAs {
    /** Members are contacts that carry the selection's name as a category. */
    CATEGORY,
    /** Members are contacts in a folder of the selection's name. */
    FOLDER,
    /** Members are contacts; their addresses are in a group of the selection's name. */
    GROUP
  }
}
