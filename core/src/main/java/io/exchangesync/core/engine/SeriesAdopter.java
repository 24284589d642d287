package io.exchangesync.core.engine;

import io.exchangesync.core.engine.Ref.Side;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.PendingChange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives a link to the record that its rows belong to since a user made a series of them or
 * dissolved one, so that the item goes on instead of being deleted and made again.
 *
 * <p>A link is adopted once: by a series before a row, by an earlier row before a later one. Items
 * of further rows of a new series are dates of it now and go, unless the series has dates that the
 * mailbox can't have: then everything stays.
 */
final class SeriesAdopter {
  private final Ports ports;
  private final CrmSide crm;
  private final Claim claim;
  private final Set<Integer> adopted = new HashSet<>();
  private final Set<Integer> absorbed = new HashSet<>();
  private final Set<Integer> waiting = new HashSet<>();

  SeriesAdopter(Ports ports, CrmSide crm, Claim claim) {
    this.ports = ports;
    this.crm = crm;
    this.claim = claim;
  }

  /**
   * The references, those of records that are new with the link that one of their rows had; behind
   * them the links that a new series absorbed.
   */
  List<Ref> adopt(List<Ref> group, Map<Integer, CrmRecord> rows) {
    if (claim.kind() != Kind.APPOINTMENT) {
      return group;
    }
    List<Ref> fresh =
        group.stream().filter(ref -> mayAdopt(ref, rows)).sorted(order(rows)).toList();
    List<Link> links = links(fresh, rows);
    if (links.isEmpty()) {
      return group;
    }
    Map<Integer, Link> byRecord = new LinkedHashMap<>();
    List<Ref> gone = new ArrayList<>();
    for (Ref ref : fresh) {
      Set<Integer> keys = keys(ref, rows);
      List<Link> own = links.stream().filter(link -> concerns(link, ref, keys)).toList();
      for (Link link : own) {
        if (byRecord.containsKey(ref.recordId()) || adopted.contains(link.key())) {
          absorb(link, ref, rows).ifPresent(gone::add);
        } else {
          adopted.add(link.key());
          byRecord.put(ref.recordId(), link);
        }
      }
    }
    return replaced(group, byRecord, gone);
  }

  private List<Ref> replaced(List<Ref> group, Map<Integer, Link> byRecord, List<Ref> gone) {
    Map<Integer, List<PendingChange>> pending = new HashMap<>();
    List<Ref> others = new ArrayList<>();
    for (Ref ref : group) {
      Optional<Integer> key = ref.link().map(Link::key);
      if (key.filter(known -> byRecord.values().stream().anyMatch(l -> l.key() == known))
          .isPresent()) {
        pending.computeIfAbsent(key.get(), none -> new ArrayList<>()).addAll(ref.pending());
      } else if (key.filter(absorbed::contains).isEmpty()) {
        others.add(ref);
      }
    }
    List<Ref> result = new ArrayList<>(others.size());
    for (Ref ref : others) {
      Link link = ref.link().isEmpty() ? byRecord.get(ref.recordId()) : null;
      result.add(
          link == null ? ref : adopting(link, ref, pending.getOrDefault(link.key(), List.of())));
    }
    result.addAll(gone);
    return result;
  }

  private static Ref adopting(Link link, Ref record, List<PendingChange> more) {
    List<PendingChange> pending = new ArrayList<>(record.pending());
    pending.addAll(more);
    return new Ref(
        Optional.of(link),
        record.recordId(),
        link.item(),
        Side.READ,
        Side.READ,
        record.match(),
        pending);
  }

  /** The row of the link is one date of a series that has an item already. */
  private Optional<Ref> absorb(Link link, Ref series, Map<Integer, CrmRecord> rows) {
    boolean row = SeriesKey.isSeries(series.recordId()) && !SeriesKey.isSeries(link.recordId());
    if (row && crm.withoutPattern(rows.get(series.recordId()))) {
      waiting.add(link.key());
      return Optional.empty();
    }
    return row && !adopted.contains(link.key()) && absorbed.add(link.key())
        ? Optional.of(
            new Ref(
                Optional.of(link),
                link.recordId(),
                link.item(),
                Side.DELETED,
                Side.READ,
                Match.NONE,
                List.of()))
        : Optional.empty();
  }

  /** Whether the link of a missing record serves another one now, or waits until it can. */
  boolean adopted(Ref ref) {
    return ref.link()
        .filter(link -> ref.recordId() == link.recordId())
        .filter(
            link ->
                adopted.contains(link.key())
                    || waiting.contains(link.key())
                    || ports
                        .links()
                        .byKey(link.key())
                        .filter(now -> now.recordId() != link.recordId())
                        .isPresent())
        .isPresent();
  }

  /** New records: series, and rows that the change log named. */
  private static boolean mayAdopt(Ref ref, Map<Integer, CrmRecord> rows) {
    return ref.link().isEmpty()
        && rows.containsKey(ref.recordId())
        && (SeriesKey.isSeries(ref.recordId()) || !ref.pending().isEmpty());
  }

  private static Comparator<Ref> order(Map<Integer, CrmRecord> rows) {
    return Comparator.<Ref, Boolean>comparing(ref -> !SeriesKey.isSeries(ref.recordId()))
        .thenComparing(ref -> start(rows.get(ref.recordId())));
  }

  private static LocalDateTime start(CrmRecord record) {
    return record instanceof CrmAppointment row ? row.doBy() : CrmAppointment.NEVER;
  }

  private static Set<Integer> keys(Ref ref, Map<Integer, CrmRecord> rows) {
    Collection<Integer> keys =
        SeriesKey.isSeries(ref.recordId())
            ? rows.get(ref.recordId()).keys().rows()
            : List.of(ref.recordId());
    return new HashSet<>(keys);
  }

  private static boolean concerns(Link link, Ref ref, Set<Integer> keys) {
    return SeriesKey.isSeries(link.recordId())
        ? link.recordKeys().rows().stream().anyMatch(keys::contains)
        : SeriesKey.isSeries(ref.recordId()) && keys.contains(link.recordId());
  }

  /** Live links of these rows here, those of series only where the series is gone. */
  private List<Link> links(List<Ref> fresh, Map<Integer, CrmRecord> rows) {
    Set<Integer> keys = new HashSet<>();
    fresh.forEach(ref -> keys.addAll(keys(ref, rows)));
    if (keys.isEmpty()) {
      return List.of();
    }
    List<Link> links =
        ports.links().liveByRecords(claim.kind(), keys).stream()
            .filter(link -> link.mailboxId() == claim.mailbox().id())
            .toList();
    Set<Integer> series =
        links.stream().map(Link::recordId).filter(SeriesKey::isSeries).collect(Collectors.toSet());
    Set<Integer> alive = series.isEmpty() ? Set.of() : crm.read(series).keySet();
    return links.stream().filter(link -> !alive.contains(link.recordId())).toList();
  }
}
