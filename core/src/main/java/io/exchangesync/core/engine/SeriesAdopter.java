package io.exchangesync.core.engine;

import io.exchangesync.core.engine.Ref.Side;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.port.Claim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a series that a user made of a linked row the row's link, so that its item becomes the
 * series instead of being deleted and made again.
 */
final class SeriesAdopter {
  private final Ports ports;
  private final Claim claim;
  private final Set<Integer> adopted = new HashSet<>();

  SeriesAdopter(Ports ports, Claim claim) {
    this.ports = ports;
    this.claim = claim;
  }

  /** The references, those of new series with the link that one of their rows had. */
  List<Ref> adopt(List<Ref> group, Map<Integer, CrmRecord> rows) {
    Map<Integer, Link> byRow = linksOfRows(group, rows);
    if (byRow.isEmpty()) {
      return group;
    }
    List<Ref> result = new ArrayList<>(group.size());
    for (Ref ref : group) {
      Optional<Link> link =
          isNewSeries(ref)
              ? keys(ref, rows).stream()
                  .filter(byRow::containsKey)
                  .map(byRow::get)
                  .filter(found -> adopted.add(found.key()))
                  .findFirst()
              : Optional.empty();
      result.add(link.map(found -> adopting(found, ref)).orElse(ref));
    }
    return result;
  }

  private static Ref adopting(Link link, Ref series) {
    return new Ref(
        Optional.of(link),
        series.recordId(),
        link.item(),
        Side.READ,
        Side.READ,
        series.match(),
        series.pending());
  }

  /** Whether the link of a missing row serves a series now. */
  boolean adopted(Ref ref) {
    return ref.link()
        .filter(
            link ->
                adopted.contains(link.key())
                    || ports
                        .links()
                        .byKey(link.key())
                        .filter(now -> now.recordId() != link.recordId())
                        .isPresent())
        .isPresent();
  }

  private static boolean isNewSeries(Ref ref) {
    return SeriesKey.isSeries(ref.recordId()) && ref.link().isEmpty();
  }

  private static Collection<Integer> keys(Ref ref, Map<Integer, CrmRecord> rows) {
    return Optional.ofNullable(rows.get(ref.recordId()))
        .map(record -> record.keys().rows())
        .orElse(List.of());
  }

  private Map<Integer, Link> linksOfRows(List<Ref> group, Map<Integer, CrmRecord> rows) {
    Set<Integer> keys = new HashSet<>();
    group.stream().filter(SeriesAdopter::isNewSeries).forEach(ref -> keys.addAll(keys(ref, rows)));
    Map<Integer, Link> byRow = new HashMap<>();
    if (!keys.isEmpty()) {
      ports.links().byRecords(claim.mailbox().id(), claim.kind(), keys).stream()
          .filter(link -> link.state() == Link.State.LIVE)
          .forEach(link -> byRow.put(link.recordId(), link));
    }
    return byRow;
  }
}
