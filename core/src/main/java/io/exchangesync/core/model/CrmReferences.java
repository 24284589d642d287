package io.exchangesync.core.model;

/**
 * What a follow-up concerns: keys of contact, person, project and sale; 0 = none.
 *
 * <p>On the mailbox side the same four keys are kept in a named property.
 */
public record CrmReferences(int contactId, int personId, int projectId, int saleId) {
  public static final CrmReferences NONE = new CrmReferences(0, 0, 0, 0);
}
