package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.Kind;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    return transactions.joined(
        connection -> {
          Map<Integer, FollowUpRecord> records = parts().reader().byKey(connection, recordIds);
          Map<Integer, CrmNames> names = parts().names().names(connection, records.values());
          Map<Integer, CrmAppointment> found = new HashMap<>();
          records.forEach(
              (id, record) ->
                  found.put(id, FollowUpMapper.map(record, names.getOrDefault(id, CrmNames.NONE))));
          return found;
        });
  }

  @Override
  public List<CrmHead> list(Kind kind, int associateId, Window window) {
    ZoneId zone = owner(associateId).map(DiaryOwner::zone).orElse(referenceData().baseZone());
    LocalDateTime from = inBaseZone(window.from(), zone);
    LocalDateTime to = inBaseZone(window.to().plusDays(1), zone);
    return transactions.joined(
        connection ->
            parts().reader().overlapping(connection, associateId, from, to).values().stream()
                .map(SqlCrmGateway::head)
                .toList());
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

  @Override
  public Map<Integer, Stamp> stamps(Kind kind, int associateId) {
    return transactions.joined(connection -> parts().stamps().of(connection, associateId));
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
  public List<CrmOutcome> apply(List<CrmWrite> writes) {
    if (writes.isEmpty()) {
      return List.of();
    }
    return transactions.joined(
        connection -> {
          FollowUpWriter.Result result = parts().writer().perform(connection, writes);
          parts().log().ownRows(result.feedLogIds());
          return withVersions(connection, writes, result.outcomes());
        });
  }

  private List<CrmOutcome> withVersions(
      Connection connection, List<CrmWrite> writes, List<Optional<CrmOutcome>> outcomes)
      throws SQLException {
    List<Integer> written =
        IntStream.range(0, writes.size())
            .filter(i -> outcomes.get(i).isEmpty())
            .mapToObj(i -> FollowUpWriter.recordId(writes.get(i)))
            .toList();
    Map<Integer, FollowUpRecord> now = parts().reader().byKey(connection, written);
    List<CrmOutcome> all = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      FollowUpRecord record = now.get(FollowUpWriter.recordId(writes.get(i)));
      all.add(
          outcomes
              .get(i)
              .orElseGet(
                  () -> new CrmOutcome.Written(record.version(), FollowUpMapper.keys(record))));
    }
    return all;
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
