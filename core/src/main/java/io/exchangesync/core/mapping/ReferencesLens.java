package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.Field;
import java.util.Optional;

/**
 * Company, person, project and sale as {@code contact/person/project/sale}; the mailbox keeps them
 * in a named property and never changes those of SuperOffice.
 */
final class ReferencesLens implements FieldLens {
  @Override
  public Field field() {
    return Field.CRM_REFERENCES;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(text(row.references()));
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return Optional.of(text(item.entry().references()));
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    return row;
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    return item.with(item.entry().withReferences(parse(wanted)));
  }

  static String text(CrmReferences keys) {
    return keys.contactId() + "/" + keys.personId() + "/" + keys.projectId() + "/" + keys.saleId();
  }

  private static CrmReferences parse(String text) {
    String[] key = text.split("/", -1);
    try {
      return new CrmReferences(
          Integer.parseInt(key[0]),
          Integer.parseInt(key[1]),
          Integer.parseInt(key[2]),
          Integer.parseInt(key[3]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new UnmappableException(Field.CRM_REFERENCES, "The references can't be read: " + text);
    }
  }
}
