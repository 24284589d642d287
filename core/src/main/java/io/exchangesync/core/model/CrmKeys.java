package io.exchangesync.core.model;

/** Keys of the rows that hang on one appointment row: text, agenda text, VisibleFor; 0 = none. */
public record CrmKeys(int textId, int agendaTextId, int visibleForId) {
  public static final CrmKeys NONE = new CrmKeys(0, 0, 0);
}
