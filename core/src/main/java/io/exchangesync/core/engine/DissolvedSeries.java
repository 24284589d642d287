package io.exchangesync.core.engine;

import io.exchangesync.core.engine.Ref.Side;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.SeriesKey;
import io.exchangesync.core.port.CrmHead;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the link of a series that a user dissolved to the earliest of its rows, in a listing, so
 * that the item becomes that row's instead of being deleted and made again.
 */
final class DissolvedSeries {
  private DissolvedSeries() {}

  /**
   * @param followed references by link, changed
   * @param unlinked heads of rows that no link names; one that is taken leaves it
   */
  static void follow(Map<Integer, Ref> followed, Map<Integer, CrmHead> unlinked) {
    followed.replaceAll(
        (key, ref) ->
            survivor(ref, unlinked)
                .map(row -> asRow(ref, unlinked.remove(row.recordId())))
                .orElse(ref));
  }

  private static Optional<CrmHead> survivor(Ref ref, Map<Integer, CrmHead> unlinked) {
    Optional<Link> series =
        ref.link()
            .filter(link -> link.state() == Link.State.LIVE)
            .filter(link -> SeriesKey.isSeries(link.recordId()))
            .filter(link -> ref.crm() == Side.GONE_IF_MISSING);
    return series.stream()
        .flatMap(link -> link.recordKeys().rows().stream())
        .filter(unlinked::containsKey)
        .map(unlinked::get)
        .min(Comparator.comparing(CrmHead::doBy));
  }

  private static Ref asRow(Ref ref, CrmHead row) {
    return new Ref(
        ref.link(),
        row.recordId(),
        ref.item(),
        Side.READ,
        ref.mailbox(),
        ref.match(),
        ref.pending());
  }
}
