package io.exchangesync.ejb.crm;

import java.util.Collection;
import java.util.TreeSet;

/** Log rows this node has taken or written, as far back as the overlap reaches. Thread-safe. */
final class SeenLogRows {
  private final TreeSet<Integer> ids = new TreeSet<>();

  synchronized void add(Collection<Integer> more) {
    ids.addAll(more);
  }

  synchronized boolean contains(int id) {
    return ids.contains(id);
  }

  /** How many were seen with ids above {@code after}, up to {@code upTo}. */
  synchronized int count(int after, int upTo) {
    return upTo <= after ? 0 : ids.subSet(after, false, upTo, true).size();
  }

  synchronized void forgetUpTo(int id) {
    ids.headSet(id, true).clear();
  }
}
