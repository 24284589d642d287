package io.exchangesync.ejb.store;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of a filter in JPQL, with values only as parameters. */
final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /**
   * @param condition JPQL with the value as {@code :name}; left out if there is no value
   */
  Conditions and(String condition, String name, Optional<?> value) {
    value.ifPresent(
        v -> {
          conditions.add(condition);
          values.put(name, v);
        });
    return this;
  }

  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  <T> TypedQuery<T> bind(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }
}
