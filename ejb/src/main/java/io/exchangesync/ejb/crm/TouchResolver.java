package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.CrmTouch.Change;
import io.exchangesync.ejb.crm.sql.CrmRow;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the follow-ups behind log rows: texts by the rows that refer to them, VisibleFor by
 * appointmentId, rules by their dates, masters by their participants, owners by the row and by
 * owner changes.
 *
 * <p>Invariant: each record is named once per owner, a series by its rule; documents are left out.
 */
final class TouchResolver {
  private final CrmSchema schema;

  TouchResolver(CrmSchema schema) {
    this.schema = schema;
  }

  List<CrmTouch> resolve(Connection connection, Collection<LogRow> news) throws SQLException {
    Set<Integer> written = new LinkedHashSet<>();
    Set<Integer> deleted = new LinkedHashSet<>();
    Map<Integer, Set<Integer>> formerOwners = new LinkedHashMap<>();
    Set<Integer> texts = new HashSet<>();
    Set<Integer> visibleFor = new HashSet<>();
    Set<Integer> rules = new HashSet<>();
    for (LogRow row : news) {
      switch (row.table()) {
        case LogRow.APPOINTMENT -> {
          if (row.type() == LogRow.DELETE) {
            deleted.add(row.record());
          } else {
            written.add(row.record());
          }
          if (row.type() == LogRow.OWNER_CHANGED && row.previous() != 0) {
            formerOwners
                .computeIfAbsent(row.record(), r -> new LinkedHashSet<>())
                .add(row.previous());
          }
        }
        case LogRow.TEXT -> texts.add(row.record());
        case LogRow.RECURRENCE_RULE -> rules.add(row.record());
        case LogRow.VISIBLE_FOR -> visibleFor.add(row.record());
        default -> {}
      }
    }
    written.addAll(appointmentsOfTexts(connection, texts));
    written.addAll(appointmentsOfVisibleFor(connection, visibleFor));
    written.addAll(datesOfRules(connection, rules));
    return touches(connection, written, deleted, formerOwners);
  }

  private List<CrmTouch> touches(
      Connection connection,
      Set<Integer> written,
      Set<Integer> deleted,
      Map<Integer, Set<Integer>> formerOwners)
      throws SQLException {
    Set<Integer> all = new LinkedHashSet<>(written);
    all.addAll(deleted);
    Map<Integer, CrmRow> existing = new HashMap<>();
    for (CrmRow row :
        RowReader.by(
            connection,
            schema.table("appointment"),
            List.of(
                "appointment_id",
                "associate_id",
                "document_id",
                "type",
                "mother_id",
                "recurrenceRuleId"),
            "appointment_id",
            all)) {
      existing.put(row.number("appointment_id"), row);
    }
    Set<Integer> custom = customRules(connection, existing.values());
    Set<CrmTouch> touches = new LinkedHashSet<>();
    for (int record : all) {
      CrmRow row = existing.get(record);
      Set<Integer> owners = new LinkedHashSet<>(formerOwners.getOrDefault(record, Set.of()));
      if (row == null && deleted.contains(record)) {
        owners.add(0);
        owners.forEach(
            owner -> touches.add(new CrmTouch(Kind.APPOINTMENT, record, owner, Change.DELETED)));
      } else if (row != null && row.number("document_id") == 0) {
        owners.add(row.number("associate_id"));
        int named = recordOf(row, custom);
        owners.forEach(owner -> touches.add(new CrmTouch(kind(row), named, owner, Change.WRITTEN)));
        if (participant(row)) {
          touches.add(new CrmTouch(kind(row), masterOf(row, custom), 0, Change.WRITTEN));
        }
      }
    }
    return List.copyOf(touches);
  }

  /** The series of a date, else the row itself. */
  private static int recordOf(CrmRow row, Set<Integer> custom) {
    return inSeries(row, custom)
        ? SeriesKey.ofRule(row.number("recurrenceRuleId"))
        : row.number("appointment_id");
  }

  /** The booking of a participant's row: the series, where its master is one of the dates. */
  private static int masterOf(CrmRow row, Set<Integer> custom) {
    return inSeries(row, custom)
        ? SeriesKey.ofRule(row.number("recurrenceRuleId"))
        : row.number("mother_id");
  }

  private static boolean inSeries(CrmRow row, Set<Integer> custom) {
    int rule = row.number("recurrenceRuleId");
    return rule != 0 && kind(row) == Kind.APPOINTMENT && !custom.contains(rule);
  }

  /** Which of the rows' rules are of custom dates; asks nothing if no row has one. */
  private Set<Integer> customRules(Connection connection, Collection<CrmRow> rows)
      throws SQLException {
    Set<Integer> rules =
        rows.stream()
            .map(row -> row.number("recurrenceRuleId"))
            .filter(rule -> rule != 0)
            .collect(Collectors.toSet());
    return RowReader.by(
            connection,
            schema.table("RecurrenceRule"),
            List.of("RecurrenceRule_id", "pattern"),
            "RecurrenceRule_id",
            rules)
        .stream()
        .filter(rule -> rule.number("pattern") == CrmSeries.CUSTOM_DATES)
        .map(rule -> rule.number("RecurrenceRule_id"))
        .collect(Collectors.toSet());
  }

  /** A participant's row, whose booking master has to hear of its reply (schema 4.8). */
  private static boolean participant(CrmRow row) {
    int mother = row.number("mother_id");
    return mother != 0 && mother != row.number("appointment_id");
  }

  private Set<Integer> datesOfRules(Connection connection, Set<Integer> rules) throws SQLException {
    return RowReader.by(
            connection,
            schema.table("appointment"),
            List.of("appointment_id"),
            "recurrenceRuleId",
            rules)
        .stream()
        .map(row -> row.number("appointment_id"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Kind kind(CrmRow row) {
    int type = row.number("type");
    return type == CrmAppointment.TO_DO || type == CrmAppointment.TO_DO_BOOKING
        ? Kind.TASK
        : Kind.APPOINTMENT;
  }

  private Set<Integer> appointmentsOfTexts(Connection connection, Set<Integer> texts)
      throws SQLException {
    Set<Integer> found = new LinkedHashSet<>();
    for (String column : List.of("text_id", "agenda_text_id")) {
      if (schema.table("appointment").has(column)) {
        for (CrmRow row :
            RowReader.by(
                connection,
                schema.table("appointment"),
                List.of("appointment_id", column),
                column,
                texts)) {
          found.add(row.number("appointment_id"));
        }
      }
    }
    return found;
  }

  private Set<Integer> appointmentsOfVisibleFor(Connection connection, Set<Integer> ids)
      throws SQLException {
    Set<Integer> found = new LinkedHashSet<>();
    for (CrmRow row :
        RowReader.by(
            connection,
            schema.table("VisibleFor"),
            List.of("VisibleFor_id", "appointmentId"),
            "VisibleFor_id",
            ids)) {
      if (row.number("appointmentId") != 0) {
        found.add(row.number("appointmentId"));
      }
    }
    return found;
  }
}
