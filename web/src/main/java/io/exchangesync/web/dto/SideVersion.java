package io.exchangesync.web.dto;

import io.exchangesync.core.model.Observation;
import io.exchangesync.web.json.Confidential;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one side says about a thing, by the names of the model. */
final class SideVersion {
  private SideVersion() {}

  static Map<String, String> of(Observation<?> side, boolean confidential, Confidential reader) {
    Map<String, String> values = new LinkedHashMap<>();
    if (side instanceof Observation.Unknown<?> unknown) {
      values.put("state", "UNKNOWN");
      values.put("why", reader.show(unknown.why(), confidential));
      return values;
    }
    values.put("state", side.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT));
    side.content().ifPresent(content -> put(values, content, confidential, reader));
    return values;
  }

  private static void put(
      Map<String, String> values, Object content, boolean confidential, Confidential reader) {
    for (RecordComponent component : content.getClass().getRecordComponents()) {
      String name = component.getName();
      Object value = Changes.read(component, content);
      boolean hidden = confidential && Changes.mayTell(name, value);
      values.put(name, reader.show(Changes.text(value), hidden));
    }
  }
}
