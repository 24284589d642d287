package io.exchangesync.core.port;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.Selection;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The CRM side: SuperOffice's persons. Thread-safe; joins the caller's transaction.
 *
 * <p>Persons carry no stamp in SuperOffice: nothing of a mailbox ever makes a person, so the stamp
 * on the contact alone is enough to find the pair again (invariant I6).
 *
 * <p>Every method may throw a {@link SyncException.Retriable} when the database can't be reached.
 */
public interface CrmPersons {

  /**
   * The complete list of persons that a mailbox wants, live ones only, each once.
   *
   * @return heads whose version is that of {@link #read}
   */
  List<CrmHead> wanted(PersonWish wish);

  /**
   * Reads persons by key with the reasons of one mailbox, retired and deleted ones included; a key
   * that does not exist is absent from the answer. A person whom the mailbox does not want has no
   * reasons.
   */
  Map<Integer, CrmPerson> read(Collection<Integer> personIds, PersonWish wish);

  /**
   * Whether persons have a user-defined text field with this programmatic id, in the layout that is
   * published. Where the field of a wish is gone, the title itself is read and written.
   */
  boolean hasTextField(String programmaticId);

  /**
   * Selections with their persons, as an associate may see them; one that does not exist is absent.
   */
  Map<Integer, Selection> selections(Collection<Integer> selectionIds, DiaryOwner owner);

  /**
   * What identifies the definition and the membership of selections, the inputs of combined ones
   * included: opaque, and different after a member came or went. A selection that does not exist is
   * absent.
   */
  Map<Integer, String> selectionStates(Collection<Integer> selectionIds);

  /**
   * Writes what edits of contacts changed: title, own phones, e-mail and private address, column by
   * column, on the condition that the person is still as it was read.
   *
   * <p>Where the wish names a field for the title, the title goes there; for a person without
   * user-defined fields that is refused.
   *
   * @param writes {@link CrmWrite.Update} of persons
   * @return outcomes in the order and size of the question
   */
  List<CrmOutcome> apply(List<CrmWrite.Update> writes, PersonWish wish);
}
