package io.exchangesync.ejb.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Field values as compact JSON; a field this version does not know is left out. */
final class FieldValuesJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private FieldValuesJson() {}

  static String write(FieldValues values) {
    try {
      return MAPPER.writeValueAsString(values.asMap());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written as JSON", e);
    }
  }

  static FieldValues read(String json) {
    try {
      Map<String, String> texts = MAPPER.readValue(json, TEXTS);
      EnumMap<Field, String> known = new EnumMap<>(Field.class);
      Arrays.stream(Field.values())
          .filter(f -> texts.containsKey(f.name()))
          .forEach(f -> known.put(f, texts.get(f.name())));
      return FieldValues.of(known);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not the field values of a link: " + json, e);
    }
  }
}
