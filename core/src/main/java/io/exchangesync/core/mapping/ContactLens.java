package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxContact;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One field of a contact seen on both sides.
 *
 * <p>A put is only asked for a text that differs from what the same side reads, so that GetPut
 * holds for every lens.
 *
 * @param travel {@link Travel#BOTH} for fields of the person itself while edits travel back, else
 *     {@link Travel#PUT_BACK}
 */
record ContactLens(
    Field field,
    Travel travel,
    Function<CrmPerson, String> readCrm,
    Function<KnownContact, String> readMailbox,
    BiFunction<KnownContact, String, MailboxContact> putMailbox,
    BiFunction<CrmPerson, String, CrmPerson> putCrm) {
  ContactLens {
    Objects.requireNonNull(field);
    Objects.requireNonNull(travel);
    Objects.requireNonNull(readCrm);
    Objects.requireNonNull(readMailbox);
    Objects.requireNonNull(putMailbox);
    Objects.requireNonNull(putCrm);
  }

  /** A field that belongs to SuperOffice. */
  static ContactLens owned(
      Field field,
      Function<CrmPerson, String> crm,
      Function<MailboxContact, String> mailbox,
      BiFunction<MailboxContact, String, MailboxContact> put) {
    return new ContactLens(
        field,
        Travel.PUT_BACK,
        crm,
        known -> mailbox.apply(known.contact()),
        (known, wanted) -> put.apply(known.contact(), wanted),
        (person, wanted) -> person);
  }

  /** A field of the person itself, whose edits may travel back. */
  static ContactLens ownOf(
      Field field,
      Travel travel,
      Function<CrmPerson, String> crm,
      Function<MailboxContact, String> mailbox,
      BiFunction<MailboxContact, String, MailboxContact> put,
      BiFunction<CrmPerson, String, CrmPerson> back) {
    return new ContactLens(
        field,
        travel,
        crm,
        known -> mailbox.apply(known.contact()),
        (known, wanted) -> put.apply(known.contact(), wanted),
        back);
  }
}
