package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Member;
import io.exchangesync.core.port.MemberKeys;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys of members in exsync_selection_member. Who gives new ones locks the table's row of
 * exsync_key until they are committed, so that a member gets one key from several at once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaMemberKeys implements MemberKeys {
  private static final String TABLE = "exsync_selection_member";
  private static final String FROM =
      "select exsync_selection_member_id, selection_id, person_id from {h-schema}" + TABLE;
  private static final RowInserts INSERTS =
      new RowInserts(
          TABLE, List.of("exsync_selection_member_id", "selection_id", "person_id"), Set.of());

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public JpaMemberKeys() {}

  public JpaMemberKeys(EntityManager em) {
    this.em = em;
  }

  @Override
  public Map<Member, Integer> of(Collection<Member> members) {
    Map<Member, Integer> found = new HashMap<>(known(members));
    List<Member> missing = missing(members, found);
    if (!missing.isEmpty()) {
      moveKeys(0);
      found.putAll(known(missing));
      found.putAll(given(missing(missing, found)));
    }
    return found;
  }

  private static List<Member> missing(Collection<Member> members, Map<Member, Integer> found) {
    return members.stream().distinct().filter(member -> !found.containsKey(member)).toList();
  }

  private Map<Member, Integer> known(Collection<Member> members) {
    Map<Integer, Set<Integer>> personsBySelection = new HashMap<>();
    members.forEach(
        member ->
            personsBySelection
                .computeIfAbsent(member.selectionId(), none -> new HashSet<>())
                .add(member.personId()));
    Map<Member, Integer> found = new HashMap<>();
    String where = " where selection_id = :selection and person_id in (:slice)";
    personsBySelection.forEach(
        (selection, persons) -> {
          for (List<Integer> slice : Slices.of(persons)) {
            Query query = em.createNativeQuery(FROM + where);
            found.putAll(byMember(query.setParameter("selection", selection), slice));
          }
        });
    return found;
  }

  private Map<Member, Integer> given(List<Member> missing) {
    Number free =
        (Number)
            em.createNativeQuery(
                    "select next_key from {h-schema}exsync_key where table_name = :table")
                .setParameter("table", TABLE)
                .getSingleResult();
    Map<Member, Integer> given = new HashMap<>();
    List<List<Object>> rows = new ArrayList<>();
    int next = free.intValue();
    for (Member member : missing) {
      rows.add(List.of(next, member.selectionId(), member.personId()));
      given.put(member, -next);
      next++;
    }
    INSERTS.insert(em, rows);
    moveKeys(missing.size());
    return given;
  }

  /** Locks the row as well. */
  private void moveKeys(int by) {
    int rows =
        em.createNativeQuery(
                "update {h-schema}exsync_key set next_key = next_key + :by where table_name = :table")
            .setParameter("by", by)
            .setParameter("table", TABLE)
            .executeUpdate();
    if (rows != 1) {
      throw new IllegalStateException("exsync_key has no row for " + TABLE);
    }
  }

  @Override
  public Map<Integer, Member> members(Collection<Integer> asked) {
    Map<Integer, Member> found = new HashMap<>();
    List<Integer> stored = asked.stream().map(key -> -key).toList();
    for (List<Integer> slice : Slices.of(stored)) {
      String where = " where exsync_selection_member_id in (:slice)";
      byMember(em.createNativeQuery(FROM + where), slice)
          .forEach((member, key) -> found.put(key, member));
    }
    return found;
  }

  @Override
  public Map<Member, Integer> ofPersons(Collection<Integer> personIds) {
    Map<Member, Integer> found = new HashMap<>();
    for (List<Integer> slice : Slices.of(personIds)) {
      found.putAll(byMember(em.createNativeQuery(FROM + " where person_id in (:slice)"), slice));
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static Map<Member, Integer> byMember(Query query, List<Integer> slice) {
    Map<Member, Integer> found = new HashMap<>();
    List<Object[]> rows = query.setParameter("slice", slice).getResultList();
    rows.forEach(
        row -> found.put(new Member((Integer) row[1], (Integer) row[2]), -(Integer) row[0]));
    return found;
  }
}
