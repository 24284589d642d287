package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.Visibility;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may see a follow-up, as columns of table VisibleFor (rule 42). */
final class VisibleForColumns {
  private VisibleForColumns() {}

  /**
   * The three columns that say it.
   *
   * @throws IllegalArgumentException for OTHER, which we never write
   */
  static Map<String, Object> of(Visibility visibility, int owner, int group) {
    if (visibility == Visibility.OTHER) {
      throw new IllegalArgumentException("a visibility of somebody else is never written");
    }
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("forAll", visibility == Visibility.EVERYONE ? 1 : 0);
    columns.put("forGroupId", visibility == Visibility.GROUP ? group : 0);
    columns.put("forAssocId", visibility == Visibility.OWNER ? owner : 0);
    return columns;
  }
}
