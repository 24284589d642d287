package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.port.Associate;
import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.core.port.CrmChanges;
import io.exchangesync.core.port.CrmDirectory;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.LogPosition;
import io.exchangesync.ejb.crm.sql.CrmTransactions;
import io.exchangesync.ejb.crm.write.FollowUpWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * SuperOffice's database as the CRM side: rows by column-aware SQL, lists and people through JPA.
 *
 * <p>Invariant: no row is locked longer than the caller's transaction, and no user's edit is ever
 * overwritten. Thread-safe.
 */
public final class SqlCrmGateway implements CrmGateway, CrmDirectory {
  private final CrmTransactions transactions;
  private final CrmSettings settings;
  private final Clock clock;
  private final ReferenceCache reference;
  private volatile SqlCrmParts parts;

  /**
   * A gateway that looks at the database on first use.
   *
   * @param reference reads lists and people; see {@link ReferenceLoader}
   */
  public SqlCrmGateway(
      CrmTransactions transactions,
      CrmSettings settings,
      Clock clock,
      Supplier<ReferenceSnapshot> reference) {
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
    this.reference = new ReferenceCache(reference);
  }

  @Override
  public CrmCapabilities capabilities() {
    return parts().capabilities();
  }

  @Override
  public CrmReferenceData referenceData() {
    return reference.get().data();
  }

  @Override
  public Optional<DiaryOwner> owner(int associateId) {
    return Optional.ofNullable(reference.get().owners().get(associateId));
  }

  /** The same database's persons. */
  public SqlCrmPersons persons() {
    return new SqlCrmPersons(transactions, this);
  }

  /** Lists and people are read again at the next question. */
  public void forgetReferenceData() {
    reference.forget();
  }

  @Override
  public LogPosition logEnd() {
    return transactions.joined(connection -> parts().log().end(connection));
  }

  @Override
  public CrmChanges changesSince(LogPosition position) {
    return transactions.joined(connection -> parts().log().since(connection, position));
  }

  @Override
  public Map<Integer, CrmAppointment> read(Collection<Integer> recordIds) {
    return transactions.joined(connection -> records(connection, recordIds).values(connection));
  }

  @Override
  public Map<Integer, CrmAppointment> readIn(int associateId, Collection<Integer> recordIds) {
    return transactions.joined(
        connection ->
            FoundRecords.readIn(connection, parts(), associateId, recordIds).values(connection));
  }

  private FoundRecords records(Connection connection, Collection<Integer> recordIds)
      throws SQLException {
    return FoundRecords.read(connection, parts(), recordIds);
  }

  @Override
  public Map<String, CrmBooking.Participant> people(Collection<String> addresses) {
    return transactions.joined(connection -> parts().people().byAddress(connection, addresses));
  }

  @Override
  public List<CrmHead> list(Kind kind, int associateId, Window window) {
    ZoneId zone = owner(associateId).map(DiaryOwner::zone).orElse(referenceData().baseZone());
    LocalDateTime from = inBaseZone(window.from(), zone);
    LocalDateTime to = inBaseZone(window.to().plusDays(1), zone);
    return transactions.joined(
        connection -> {
          Collection<FollowUpRecord> rows = rows(connection, kind, associateId, from, to).values();
          List<CrmHead> heads = new ArrayList<>();
          Set<Integer> rules = new LinkedHashSet<>();
          for (FollowUpRecord row : rows) {
            if (row.dateOfSeries()) {
              rules.add(row.appointment().number("recurrenceRuleId"));
            } else {
              heads.add(head(row));
            }
          }
          parts().series().inDiary(connection, associateId, rules).values().stream()
              .map(SqlCrmGateway::head)
              .forEach(heads::add);
          return heads;
        });
  }

  private Map<Integer, FollowUpRecord> rows(
      Connection connection, Kind kind, int associateId, LocalDateTime from, LocalDateTime to)
      throws SQLException {
    return switch (kind) {
      case APPOINTMENT -> parts().reader().overlapping(connection, associateId, from, to);
      case TASK -> parts().reader().toDos(connection, associateId, from, to);
      case CONTACT, SELECTION ->
          throw new IllegalArgumentException("follow-ups have no kind " + kind);
    };
  }

  /** Begin of a day in a zone, as wall time of the base zone. */
  LocalDateTime inBaseZone(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).withZoneSameInstant(referenceData().baseZone()).toLocalDateTime();
  }

  private static CrmHead head(FollowUpRecord record) {
    return new CrmHead(
        record.id(),
        record.appointment().time("do_by"),
        record.appointment().time("endDate"),
        record.version());
  }

  private static CrmHead head(SeriesRecord series) {
    return new CrmHead(
        series.recordId(),
        series.dates().stream()
            .map(date -> date.appointment().time("do_by"))
            .min(Comparator.naturalOrder())
            .orElseThrow(),
        series.dates().stream()
            .map(date -> date.appointment().time("endDate"))
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        series.version());
  }

  @Override
  public Map<Integer, Stamp> stamps(Kind kind, int associateId) {
    Map<Integer, Stamp> found =
        transactions.joined(connection -> parts().stamps().of(connection, associateId));
    found.values().removeIf(stamp -> stamp.kind() != kind);
    return found;
  }

  @Override
  public List<Integer> reserve(int count) {
    if (count == 0) {
      return List.of();
    }
    var keys = parts().keys().take(Map.of("appointment", count));
    return IntStream.range(0, count).mapToObj(i -> keys.next("appointment")).toList();
  }

  @Override
  public List<Integer> reserveSeries(int count) {
    if (count == 0) {
      return List.of();
    }
    var keys = parts().keys().take(Map.of("RecurrenceRule", count));
    return IntStream.range(0, count)
        .mapToObj(i -> SeriesKey.ofRule(keys.next("RecurrenceRule")))
        .toList();
  }

  @Override
  public List<CrmOutcome> apply(List<CrmWrite> writes) {
    if (writes.isEmpty()) {
      return List.of();
    }
    return transactions.joined(
        connection -> {
          FollowUpWriter.Result result = parts().writer().perform(connection, writes);
          parts().log().ownRows(result.feedLogIds());
          return withVersions(connection, writes, result);
        });
  }

  private List<CrmOutcome> withVersions(
      Connection connection, List<CrmWrite> writes, FollowUpWriter.Result result)
      throws SQLException {
    List<Optional<CrmOutcome>> outcomes = result.outcomes();
    Map<Integer, List<Integer>> written = new LinkedHashMap<>();
    for (int i = 0; i < writes.size(); i++) {
      if (outcomes.get(i).isEmpty() || turned(writes.get(i), outcomes.get(i).get())) {
        written
            .computeIfAbsent(FollowUpWriter.diary(writes.get(i)), diary -> new ArrayList<>())
            .add(FollowUpWriter.recordId(writes.get(i)));
      }
    }
    Map<Integer, FoundRecords> now = new HashMap<>();
    for (Map.Entry<Integer, List<Integer>> each : written.entrySet()) {
      now.put(
          each.getKey(), FoundRecords.readIn(connection, parts(), each.getKey(), each.getValue()));
    }
    List<CrmOutcome> all = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      CrmWrite write = writes.get(i);
      Optional<CrmOutcome> known = outcomes.get(i);
      if (known.isPresent() && !turned(write, known.get())) {
        all.add(known.get());
        continue;
      }
      String gone =
          known.map(each -> ((CrmOutcome.Deleted) each).rows()).orElse(result.gone().get(i));
      all.add(
          now.get(FollowUpWriter.diary(write)).written(FollowUpWriter.recordId(write)).with(gone));
    }
    return all;
  }

  /** Whether dates of a series went with a write that leaves its record. */
  private static boolean turned(CrmWrite write, CrmOutcome outcome) {
    return write instanceof CrmWrite.Turn && outcome instanceof CrmOutcome.Deleted;
  }

  @Override
  public List<Associate> associates(
      String text, String group, String company, int after, int limit) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return reference.get().associates().stream()
        .filter(each -> each.id() > after)
        .filter(each -> group.isEmpty() || each.group().equalsIgnoreCase(group))
        .filter(each -> company.isEmpty() || each.company().equalsIgnoreCase(company))
        .filter(
            each ->
                Stream.of(each.name(), each.fullName(), each.email())
                    .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted)))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Associate> associate(int id) {
    return reference.get().associates().stream().filter(each -> each.id() == id).findFirst();
  }

  SqlCrmParts parts() {
    SqlCrmParts known = parts;
    if (known == null) {
      synchronized (this) {
        known = parts;
        if (known == null) {
          known = SqlCrmParts.assemble(transactions, settings, clock, this);
          parts = known;
        }
      }
    }
    return known;
  }
}
