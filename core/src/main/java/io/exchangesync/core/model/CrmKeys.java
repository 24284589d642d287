package io.exchangesync.core.model;

import java.util.List;

/**
 * Keys of the rows that hang on one record: text, agenda text, VisibleFor; 0 = none.
 *
 * @param rows appointment_id of a series' dates or a booking's children, ascending; deletes of them
 *     in the change log are found through the link
 */
public record CrmKeys(int textId, int agendaTextId, int visibleForId, List<Integer> rows) {
  public static final CrmKeys NONE = new CrmKeys(0, 0, 0);

  public CrmKeys {
    rows = List.copyOf(rows);
  }

  /** Keys of a record that is one row. */
  public CrmKeys(int textId, int agendaTextId, int visibleForId) {
    this(textId, agendaTextId, visibleForId, List.of());
  }
}
