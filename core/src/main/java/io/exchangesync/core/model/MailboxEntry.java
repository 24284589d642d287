package io.exchangesync.core.model;

import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import java.util.List;

/** What calendar items and tasks have in common: the mailbox halves of SuperOffice's follow-ups. */
public sealed interface MailboxEntry extends MailboxItem permits MailboxAppointment, MailboxTask {

  /** As read; LF line ends. */
  Body body();

  Sensitivity sensitivity();

  List<String> categories();

  Importance importance();

  /** Our named property with the keys of the CRM side. */
  CrmReferences references();

  MailboxEntry withSubject(String subject);

  MailboxEntry withBody(Body body);

  MailboxEntry withSensitivity(Sensitivity sensitivity);

  MailboxEntry withCategories(List<String> categories);

  MailboxEntry withImportance(Importance importance);

  MailboxEntry withReferences(CrmReferences references);

  @Override
  default boolean confidential() {
    return sensitivity() != Sensitivity.NORMAL;
  }
}
