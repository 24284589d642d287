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
 * @param caution appointment.cautionWarning; {@link #NO_CAUTION} where the column does not exist
 * @param customDate one of the custom dates of its rule: a record of its own
 */
public record CrmTies(
    int documentId,
    int motherId,
    int recurrenceRuleId,
    int assignedBy,
    int activeLinks,
    boolean milestone,
    int ownedExternally,
    boolean invitedBySuperOffice,
    int caution,
    boolean customDate) {
  public static final CrmTies NONE = new CrmTies(0, 0, 0, 0, 0, false, 0, false);

  /** Value of caution where the column does not exist (before 9.2). */
  public static final int NO_CAUTION = -1;

  /** Ties without a warning, of what is no custom date. */
  public CrmTies(
      int documentId,
      int motherId,
      int recurrenceRuleId,
      int assignedBy,
      int activeLinks,
      boolean milestone,
      int ownedExternally,
      boolean invitedBySuperOffice) {
    this(
        documentId,
        motherId,
        recurrenceRuleId,
        assignedBy,
        activeLinks,
        milestone,
        ownedExternally,
        invitedBySuperOffice,
        0,
        false);
  }

  /** Value of owned_externally for a meeting of Exchange. */
  public static final int EXCHANGE = 2;

  /** The same, owned by an organizer outside. */
  public CrmTies ownedByExchange() {
    return of(motherId, recurrenceRuleId, EXCHANGE, caution, customDate);
  }

  /** The same with another mother_id. */
  public CrmTies withMother(int mother) {
    return of(mother, recurrenceRuleId, ownedExternally, caution, customDate);
  }

  /** The same as a date of a series; rule 0 = a single appointment. */
  public CrmTies withRule(int rule) {
    return of(motherId, rule, ownedExternally, caution, false);
  }

  /** The same as a custom date of its rule. */
  public CrmTies asCustomDate() {
    return of(motherId, recurrenceRuleId, ownedExternally, caution, true);
  }

  /** The same with another warning, where the column exists. */
  public CrmTies withCaution(int warning) {
    return caution == NO_CAUTION
        ? this
        : of(motherId, recurrenceRuleId, ownedExternally, warning, customDate);
  }

  private CrmTies of(int mother, int rule, int owner, int warning, boolean custom) {
    return new CrmTies(
        documentId,
        mother,
        rule,
        assignedBy,
        activeLinks,
        milestone,
        owner,
        invitedBySuperOffice,
        warning,
        custom);
  }
}
