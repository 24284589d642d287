package io.exchangesync.core.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/**
 * Images of what is replaced or deleted, as JSON for the journal: every component of a model record
 * by its name.
 */
final class Images {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Images() {}

  static String of(Object value) {
    try {
      return JSON.writeValueAsString(node(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
    }
  }

  /** Only the components in which the two differ, with the values of {@code one}. */
  static String difference(Object one, Object other) {
    ObjectNode first = node(one);
    ObjectNode second = node(other);
    ObjectNode differing = JSON.createObjectNode();
    first
        .properties()
        .forEach(
            component -> {
              if (!component.getValue().equals(second.get(component.getKey()))) {
                differing.set(component.getKey(), component.getValue());
              }
            });
    return differing.isEmpty() ? "" : differing.toString();
  }

  /** A map by its keys' names. */
  static String ofMap(Map<?, String> values) {
    ObjectNode node = JSON.createObjectNode();
    values.forEach((key, value) -> node.put(key.toString(), value));
    return node.toString();
  }

  private static ObjectNode node(Object value) {
    ObjectNode node = JSON.createObjectNode();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object part = read(component, value);
      if (part instanceof Record inner) {
        node.set(component.getName(), node(inner));
      } else if (part instanceof Integer number) {
        node.put(component.getName(), number);
      } else if (part instanceof Boolean flag) {
        node.put(component.getName(), flag);
      } else {
        node.put(component.getName(), String.valueOf(part));
      }
    }
    return node;
  }

  private static Object read(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("components of public records are readable", e);
    }
  }
}
