package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Link;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The further appointment rows of links in exsync_link_row: dates of a series, children of a
 * booking. Links that are one row cost no statement.
 */
final class LinkRows {
  private static final RowInserts INSERTS =
      new RowInserts("exsync_link_row", List.of("exsync_link_id", "appointment_id"), Set.of());

  private final EntityManager em;

  LinkRows(EntityManager em) {
    this.em = em;
  }

  /** Replaces the rows of these stored links. */
  void replace(Collection<Link> links, Collection<Integer> hadRows) {
    for (List<Integer> slice : Slices.of(hadRows)) {
      em.createNativeQuery("delete from {h-schema}exsync_link_row where exsync_link_id in (:slice)")
          .setParameter("slice", slice)
          .executeUpdate();
    }
    List<List<Object>> inserted = new ArrayList<>();
    for (Link link : links) {
      link.recordKeys().rows().forEach(row -> inserted.add(List.of(link.key(), row)));
    }
    INSERTS.insert(em, inserted);
  }

  /** The links of stored rows, each with the further rows of its record. */
  List<Link> links(List<LinkRow> stored) {
    Map<Integer, List<Integer>> further =
        of(stored.stream().filter(row -> row.furtherRows > 0).map(row -> row.id).toList());
    return stored.stream().map(row -> row.toLink(further.getOrDefault(row.id, List.of()))).toList();
  }

  private Map<Integer, List<Integer>> of(Collection<Integer> links) {
    Map<Integer, List<Integer>> found = new HashMap<>();
    for (List<Integer> slice : Slices.of(links)) {
      query(
              "select exsync_link_id, appointment_id from {h-schema}exsync_link_row"
                  + " where exsync_link_id in (:slice) order by appointment_id",
              slice)
          .forEach(
              row ->
                  found
                      .computeIfAbsent((Integer) row[0], k -> new ArrayList<>())
                      .add((Integer) row[1]));
    }
    return found;
  }

  /** Keys of the links that have one of these rows. */
  List<Integer> linksWith(Collection<Integer> appointmentIds) {
    List<Integer> found = new ArrayList<>();
    for (List<Integer> slice : Slices.of(appointmentIds)) {
      query(
              "select exsync_link_id, appointment_id from {h-schema}exsync_link_row"
                  + " where appointment_id in (:slice)",
              slice)
          .forEach(row -> found.add((Integer) row[0]));
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> query(String sql, List<Integer> slice) {
    return em.createNativeQuery(sql).setParameter("slice", slice).getResultList();
  }
}
