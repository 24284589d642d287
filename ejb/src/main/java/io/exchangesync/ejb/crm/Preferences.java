package io.exchangesync.ejb.crm;

import io.exchangesync.ejb.crm.entity.UserPreferenceEntity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Preferences of one database (table UserPreference): the deepest level present wins, but none
 * deeper than a higher level allows.
 */
final class Preferences {
  static final int DATABASE = 3;
  static final int GROUP = 4;
  static final int INDIVIDUAL = 5;

  private final List<UserPreferenceEntity> rows;
  private final int databaseId;

  Preferences(List<UserPreferenceEntity> rows, int databaseId) {
    this.rows = rows;
    this.databaseId = databaseId;
  }

  /** A value and the level it was set at. */
  record Value(String text, int level) {}

  Optional<Value> of(String section, String key, int associateId, int groupId) {
    List<UserPreferenceEntity> candidates =
        rows.stream()
            .filter(row -> row.section().equalsIgnoreCase(section))
            .filter(row -> row.key().equalsIgnoreCase(key))
            .filter(row -> concerns(row, associateId, groupId))
            .sorted(Comparator.comparingInt(UserPreferenceEntity::level))
            .toList();
    int deepest = INDIVIDUAL;
    Optional<Value> found = Optional.empty();
    for (UserPreferenceEntity each : candidates) {
      if (each.level() <= deepest) {
        found = Optional.of(new Value(each.value().strip(), each.level()));
        deepest = Math.min(deepest, Math.max(each.maxLevel(), each.level()));
      }
    }
    return found.filter(value -> !value.text().isEmpty());
  }

  private boolean concerns(UserPreferenceEntity row, int associateId, int groupId) {
    return switch (row.level()) {
      case DATABASE -> row.ownerId() == databaseId;
      case GROUP -> row.ownerId() == groupId;
      case INDIVIDUAL -> row.ownerId() == associateId;
      default -> row.level() < DATABASE;
    };
  }
}
