package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.MailboxSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups wanted persons without a link with those contacts of the user that may be the same.
 *
 * <p>Contacts that resemble no wanted person are the user's own and are left out. Only keys are
 * kept of what is read here, one batch at a time; where nobody new is wanted nothing is read.
 */
final class ContactGroups {
  private final CrmSide crm;
  private final MailboxSession session;
  private final int groupSize;
  private final Map<String, Set<ItemId>> itemsByKey = new HashMap<>();

  ContactGroups(CrmSide crm, MailboxSession session, int groupSize) {
    this.crm = crm;
    this.session = session;
    this.groupSize = groupSize;
  }

  /** Groups in which everything stands together that may match; talks to both sides. */
  List<List<Ref>> of(List<Ref> items, Collection<Integer> personIds) {
    if (personIds.isEmpty()) {
      return List.of();
    }
    Map<ItemId, Ref> own = new LinkedHashMap<>();
    items.stream()
        .filter(ref -> ref.match() == Match.NONE)
        .forEach(ref -> own.put(ref.item().map(ItemVersion::id).orElseThrow(), ref));
    readKeys(List.copyOf(own.keySet()));
    Packing packing = new Packing();
    for (List<Integer> ids : parts(List.copyOf(personIds))) {
      Map<Integer, CrmRecord> persons = own.isEmpty() ? Map.of() : crm.read(ids);
      for (int id : ids) {
        Set<ItemId> alike = new LinkedHashSet<>();
        if (persons.get(id) instanceof CrmPerson person) {
          ContactKeys.of(person)
              .all()
              .forEach(key -> alike.addAll(itemsByKey.getOrDefault(key, Set.of())));
        }
        packing.add(Ref.ofRecord(id, List.of()), alike);
      }
    }
    return packing.groups(own);
  }

  private void readKeys(List<ItemId> ids) {
    for (List<ItemId> part : parts(ids)) {
      List<Answer<MailboxItem>> answers = session.read(part);
      for (int i = 0; i < part.size(); i++) {
        ItemId id = part.get(i);
        answers
            .get(i)
            .result()
            .ifPresent(
                item ->
                    ContactKeys.of((MailboxContact) item)
                        .all()
                        .forEach(
                            key ->
                                itemsByKey
                                    .computeIfAbsent(key, none -> new LinkedHashSet<>())
                                    .add(id)));
      }
    }
  }

  private <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += groupSize) {
      parts.add(all.subList(from, Math.min(all.size(), from + groupSize)));
    }
    return parts;
  }

  /** Persons that share a contact stand together; all others fill groups of about one batch. */
  private final class Packing {
    private final List<List<Ref>> clusters = new ArrayList<>();
    private final List<Set<ItemId>> clusterItems = new ArrayList<>();
    private final Map<ItemId, Integer> clusterOf = new HashMap<>();

    void add(Ref person, Set<ItemId> alike) {
      int home = -1;
      for (ItemId id : alike) {
        Integer known = clusterOf.get(id);
        if (known != null && home < 0) {
          home = known;
        } else if (known != null && known != home) {
          merge(known, home);
        }
      }
      if (home < 0) {
        home = clusters.size();
        clusters.add(new ArrayList<>());
        clusterItems.add(new LinkedHashSet<>());
      }
      clusters.get(home).add(person);
      for (ItemId id : alike) {
        clusterItems.get(home).add(id);
        clusterOf.put(id, home);
      }
    }

    private void merge(int from, int into) {
      clusters.get(into).addAll(clusters.get(from));
      clusters.get(from).clear();
      for (ItemId id : clusterItems.get(from)) {
        clusterItems.get(into).add(id);
        clusterOf.put(id, into);
      }
      clusterItems.get(from).clear();
    }

    List<List<Ref>> groups(Map<ItemId, Ref> own) {
      List<List<Ref>> groups = new ArrayList<>();
      List<Ref> group = new ArrayList<>();
      for (int i = 0; i < clusters.size(); i++) {
        List<Ref> cluster = new ArrayList<>(clusters.get(i));
        clusterItems.get(i).forEach(id -> cluster.add(own.get(id)));
        if (!group.isEmpty() && group.size() + cluster.size() > groupSize) {
          groups.add(List.copyOf(group));
          group.clear();
        }
        group.addAll(cluster);
      }
      if (!group.isEmpty()) {
        groups.add(List.copyOf(group));
      }
      return groups;
    }
  }
}
