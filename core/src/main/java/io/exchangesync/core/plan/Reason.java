package io.exchangesync.core.plan;

/** Why a decision was made; part of the public API: names are never changed, only added. */
public enum Reason {
  UNCHANGED("Both sides agree."),
  OUTSIDE_WINDOW("It lies outside the days that are synchronized (window.back, window.ahead)."),
  FILTERED_ALL_DAY("All-day appointments are filtered (filter.allday)."),
  FILTERED_FREE("Appointments shown as free are filtered (filter.free)."),
  FILTERED_PRIVATE("Private items are filtered (filter.private, private.items)."),
  FILTERED_RECURRING("Series are filtered (filter.recurring)."),
  DIRECTION_CLOSED("Changes do not travel this way (direction)."),
  NOT_YET_SUPPORTED(
      "Bookings of the to-do list, and a date whose series is missing, are not synchronized yet; nothing is written to it."),
  NOT_A_DIARY_ROW("Not a diary row: a document, a to-do, a note or a hidden row."),
  NOT_A_TO_DO("Not a to-do: a document, a diary row, a note or a hidden row."),
  OLD_INVITATION(
      "Made by SuperOffice's own invitation feature before the mailbox was linked; left alone."),
  OTHER_OWNER("The row is in another associate's diary."),
  NOT_AN_APPOINTMENT("The mailbox item is not an appointment."),
  NOT_FOLLOWED("It was let go on one side on purpose and is not followed any more."),
  UNKNOWN_SIDE("One side could not say what it has; nothing is concluded from that."),
  NEW_IN_CRM("New in SuperOffice."),
  NEW_IN_MAILBOX("New in the mailbox."),
  COPY_OF_ITEM("A copy of a synchronized item; treated as new."),
  MATCHED_BY_STAMP("Both sides carry the same stamp."),
  MATCHED_BY_CONTENT(
      "Same start and end or due date and subject, or same e-mail address or name and company."),
  CHANGED_IN_CRM("Changed in SuperOffice."),
  CHANGED_IN_MAILBOX("Changed in the mailbox."),
  CHANGED_ON_BOTH("Changed on both sides in different fields; both changes were kept."),
  REAPPLIED(
      "Neither side changed: changed settings, or a window that moved on, reach what was linked."),
  CONFLICT_RESOLVED(
      "The same field was changed on both sides; the losing value is in the journal."),
  OWNED_BY_CRM("It belongs to SuperOffice: what is changed in the mailbox is put back."),
  DELETED_IN_CRM("Deleted in SuperOffice."),
  DELETED_IN_MAILBOX("Deleted in the mailbox."),
  DELETED_ON_BOTH("Gone on both sides."),
  CHANGE_WINS_OVER_DELETE("Deleted on one side and changed on the other: the change wins."),
  KEPT_PAST("Deleted in the mailbox, but completed or past: kept in SuperOffice (delete.past)."),
  DELETED_BUT_PAST(
      "Deleted in the mailbox: coming dates of the series are deleted, past and completed ones are"
          + " kept in SuperOffice (delete.past)."),
  CANCELLED_IN_PART("Its organizer cancelled a series of which some dates are past or completed."),
  OWNER_CHANGED("The row moved to another associate's diary."),
  DECLINED("Declined or cancelled in SuperOffice: it leaves this mailbox, the row is not touched."),
  CONFLICT("The same field was changed on both sides and the policy is to ask (conflict = hold)."),
  AMBIGUOUS_MATCH("Several things on the other side could be the same; nothing is guessed."),
  VISIBLEFOR_UNPROVED(
      "Creating rows or changing visibility in SuperOffice is not proved on this database (crm.visible-for)."),
  BRAKE_DELETES(
      "More deletes than the brake allows (brakes.deletes-count, brakes.deletes-percent)."),
  BRAKE_REWRITES("Written too often within an hour (brakes.rewrites-per-hour)."),
  UNMAPPABLE("A value can't be held by the other side."),
  PATTERN_UNSUPPORTED(
      "A series whose dates the other side can't express; the whole series is left as it is."),
  SERIES_TURNED(
      "A linked appointment became a series in the mailbox, or a series a single appointment; the rows are left as they are."),
  REFUSED_BY_RULE("SuperOffice's rules forbid it."),
  NOT_WANTED(
      "No reason for this contact is left: no appointment inside the window, no chosen selection, not chosen."),
  PERSON_RETIRED("The person has left the company (retired)."),
  PERSON_DELETED("The person or its company is deleted in SuperOffice."),
  NOT_IMPORTED("A contact of the user's own: never touched, never imported."),
  SELECTION_NOT_SHOWN(
      "The selection is not chosen, is shown as a category, or is hidden from this user (selections, selections.as)."),
  SELECTION_TOO_LARGE(
      "The selection has more members than a contact group holds (100): its members show it as a category."),
  SELECTION_DYNAMIC(
      "A dynamic selection, or one combined with a dynamic one: its members are known to SuperOffice's own services only. It needs the WebAPI route, which is not set up."),
  LEFT_AWAY("Deleted in the mailbox and left away for this user (contacts.deleted)."),
  STAMPED_BUT_DELETED("The item carries the stamp of a record that was deleted."),
  ITEM_ERROR("The server refused this item."),
  MATCHED_BY_IDENTITY("The meeting's UID names this participant's row."),
  OWNED_BY_ORGANIZER(
      "Only the organizer may change it: the edit was put back and is in the journal."),
  WAITING_FOR_ORGANIZER(
      "A colleague's meeting: his own mailbox has to be synchronized first; looked at again soon."),
  WAITING_FOR_DELIVERY("The organizer invited this mailbox; Exchange delivers the item."),
  DELIVERED_BY_EXCHANGE("Exchange has delivered the meeting: the item we wrote goes."),
  REPLACED_BY_BOOKING(
      "The organizer is synchronized too and has a row for this user: the plain one goes, the item stays."),
  KEPT_BESIDE_BOOKING(
      "The organizer's booking has a row for this user, but the plain one says more (completed, milestone, links, company, person, project or sale): it stays."),
  DECLINED_IN_MAILBOX("Declined or deleted by an invitee: the row says declined, nothing more."),
  CANCELLED("The organizer has called the meeting off."),
  BRAKE_MAILS("More mails than the brake allows (brakes.mails-per-run)."),
  REFUSED_BY_DATABASE(
      "SuperOffice's database does not take it (a constraint, a trigger, a value).");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** One sentence for administrators. */
  public String text() {
    return text;
  }
}
