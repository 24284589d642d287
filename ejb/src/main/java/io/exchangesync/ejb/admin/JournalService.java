package io.exchangesync.ejb.admin;

import io.exchangesync.ejb.store.JournalQueries;
import io.exchangesync.ejb.store.JournalQueries.Filter;
import io.exchangesync.ejb.store.JournalQueries.Line;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What was done, newest first. */
@Stateless
public class JournalService {
  @Inject JournalQueries journal;

  /**
   * A page of entries.
   *
   * @param after key of the last entry of the page before; 0 = from the newest
   */
  public List<Line> page(Filter filter, int after, int limit) {
    return journal.page(filter, after, limit);
  }

  /** The newest entry; empty if there is none. */
  public Optional<Line> newest(Filter filter) {
    return journal.page(filter, 0, 1).stream().findFirst();
  }
}
