package io.exchangesync.core.model;

/**
 * What ties a follow-up row to others; 0 = not tied.
 *
 * @param documentId appointment.document_id: the activity half of a document, never synchronized
 * @param motherId appointment.mother_id: own id = booking master, other id = booking child
 * @param recurrenceRuleId appointment.recurrenceRuleId: one occurrence of a series
 * @param assignedBy appointment.assignedBy
 * @param activeLinks appointment.activeLinks: relations to other records
 * @param milestone appointment.isMilestone = 1
 * @param ownedExternally appointment.owned_externally
 * @param invitedBySuperOffice an invitation row of SuperOffice's own invitation feature refers to
 *     the row
 */
public record CrmTies(
    int documentId,
    int motherId,
    int recurrenceRuleId,
    int assignedBy,
    int activeLinks,
    boolean milestone,
    int ownedExternally,
    boolean invitedBySuperOffice) {
  public static final CrmTies NONE = new CrmTies(0, 0, 0, 0, 0, false, 0, false);

  /** Value of owned_externally for a meeting of Exchange. */
  public static final int EXCHANGE = 2;

  /** The same, owned by an organizer outside. */
  public CrmTies ownedByExchange() {
    return of(motherId, EXCHANGE);
  }

  /** The same with another mother_id. */
  public CrmTies withMother(int mother) {
    return of(mother, ownedExternally);
  }

  private CrmTies of(int mother, int owner) {
    return new CrmTies(
        documentId,
        mother,
        recurrenceRuleId,
        assignedBy,
        activeLinks,
        milestone,
        owner,
        invitedBySuperOffice);
  }
}
