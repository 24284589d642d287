package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one follow-up as they stand in the database: appointment, title, agenda, VisibleFor.
 *
 * @param invited whether an invitation row of SuperOffice's own feature refers to it
 * @param rulePattern pattern of the rule it is a date of; NO_RULE if there is none
 * @param cautions whether appointment.cautionWarning exists
 * @param children appointment rows of a booking master's participants, by key
 * @param invitation the invitation row that refers to it, where that table exists
 */
public record FollowUpRecord(
    CrmRow appointment,
    Optional<CrmRow> title,
    Optional<CrmRow> agenda,
    List<CrmRow> visibleFor,
    boolean invited,
    int rulePattern,
    boolean cautions,
    List<CrmRow> children,
    Optional<CrmRow> invitation) {
  static final int NO_RULE = -1;

  public FollowUpRecord {
    visibleFor = List.copyOf(visibleFor);
    children = List.copyOf(children);
  }

  /** The same with what hangs on it. */
  FollowUpRecord with(List<CrmRow> childRows, Optional<CrmRow> invitationRow) {
    return new FollowUpRecord(
        appointment,
        title,
        agenda,
        visibleFor,
        invited,
        rulePattern,
        cautions,
        childRows,
        invitationRow);
  }

  /** Whether other rows are participants of this one (schema 4.8). */
  public boolean bookingMaster() {
    return id() != 0 && appointment.number("mother_id") == id();
  }

  /** appointment_id of the master of whose booking this is a participant's row; else empty. */
  public Optional<Integer> master() {
    int mother = appointment.number("mother_id");
    return mother != 0 && mother != id() ? Optional.of(mother) : Optional.empty();
  }

  public int id() {
    return appointment.number("appointment_id");
  }

  /** Whether it is one date of a series, so that the series is the record. */
  public boolean dateOfSeries() {
    int type = appointment.number("type");
    return appointment.number("recurrenceRuleId") != 0
        && !customDate()
        && type != CrmAppointment.TO_DO
        && type != CrmAppointment.TO_DO_BOOKING;
  }

  /** Whether its rule has no pattern, so that each of its dates is a record of its own. */
  public boolean customDate() {
    return rulePattern == CrmSeries.CUSTOM_DATES;
  }

  /** Whether the series it is a date of can be read. */
  boolean inSeries() {
    return dateOfSeries() && rulePattern != NO_RULE;
  }

  /** Who may see it; several rows, none, or somebody else's are OTHER (schema rule 42). */
  public Visibility visibility() {
    if (visibleFor.size() != 1) {
      return Visibility.OTHER;
    }
    CrmRow row = visibleFor.get(0);
    if (row.flag("forAll")) {
      return Visibility.EVERYONE;
    }
    int associate = row.number("forAssocId");
    int group = row.number("forGroupId");
    if (associate != 0) {
      return associate == appointment.number("associate_id") && group == 0
          ? Visibility.OWNER
          : Visibility.OTHER;
    }
    return group != 0 && group == appointment.number("group_idx")
        ? Visibility.GROUP
        : Visibility.OTHER;
  }

  /** Keys of the rows that hang on the appointment. */
  public CrmKeys keys() {
    return new CrmKeys(
        appointment.number("text_id"),
        appointment.number("agenda_text_id"),
        visibleFor.stream().mapToInt(v -> v.number("VisibleFor_id")).findFirst().orElse(0),
        children.stream().map(child -> child.number("appointment_id")).toList());
  }

  /** All rows that exist. */
  Stream<CrmRow> rows() {
    return Stream.of(Stream.of(appointment), title.stream(), agenda.stream(), visibleFor.stream())
        .flatMap(each -> each);
  }

  /** A hash over every value read, so that a write that left the stamps alone is noticed too. */
  public String version() {
    return RowHash.of(Stream.concat(rows(), children.stream()));
  }
}
