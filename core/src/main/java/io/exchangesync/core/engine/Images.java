package io.exchangesync.core.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Images of what is replaced or deleted, as JSON for the journal: every component of a model record
 * by its name, records inside records and lists likewise; an empty value is null.
 */
final class Images {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<Object> NOTHING =
      Set.of("", 0, false, Optional.empty(), List.of(), Instant.EPOCH);

  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents()).map(Component::of).toList();
        }
      };

  private record Component(String name, Method accessor) {
    static Component of(RecordComponent component) {
      return new Component(component.getName(), component.getAccessor());
    }

    Object of(Object value) {
      try {
        return accessor.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("components of public records are readable", e);
      }
    }
  }

  private interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private Images() {}

  static String of(Object value) {
    return written(json -> object(json, value));
  }

  /** Only what says something: a name that is missing stands for nothing, 0, false or "". */
  static String brief(Object value) {
    return written(json -> brief(json, value));
  }

  /** Only the components in which the two differ, with the values of {@code one}. */
  static String difference(Object one, Object other) {
    List<Component> differing =
        COMPONENTS.get(one.getClass()).stream()
            .filter(component -> !alike(component.of(one), component.of(other)))
            .toList();
    return differing.isEmpty()
        ? ""
        : written(
            json -> {
              json.writeStartObject();
              for (Component component : differing) {
                field(json, component.name(), component.of(one));
              }
              json.writeEndObject();
            });
  }

  /** A map by its keys' names. */
  static String ofMap(Map<?, String> values) {
    return written(
        json -> {
          json.writeStartObject();
          for (Map.Entry<?, String> each : values.entrySet()) {
            json.writeStringField(each.getKey().toString(), each.getValue());
          }
          json.writeEndObject();
        });
  }

  private static boolean alike(Object one, Object other) {
    return one instanceof Record || one instanceof Integer || one instanceof Boolean
        ? one.equals(other)
        : String.valueOf(one).equals(String.valueOf(other));
  }

  private static String written(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      body.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a writer of text does not fail", e);
    }
    return text.toString();
  }

  private static void object(JsonGenerator json, Object value) throws IOException {
    json.writeStartObject();
    for (Component component : COMPONENTS.get(value.getClass())) {
      field(json, component.name(), component.of(value));
    }
    json.writeEndObject();
  }

  private static void brief(JsonGenerator json, Object value) throws IOException {
    json.writeStartObject();
    for (Component component : COMPONENTS.get(value.getClass())) {
      Object part = component.of(value);
      if (!saysNothing(part)) {
        field(json, component.name(), part);
      }
    }
    json.writeEndObject();
  }

  private static boolean saysNothing(Object part) {
    if (part instanceof Record) {
      return COMPONENTS.get(part.getClass()).stream().allMatch(each -> saysNothing(each.of(part)));
    }
    return part == null || NOTHING.contains(part);
  }

  private static void field(JsonGenerator json, String name, Object part) throws IOException {
    json.writeFieldName(name);
    value(json, part);
  }

  private static void value(JsonGenerator json, Object part) throws IOException {
    if (part instanceof Optional<?> perhaps) {
      if (perhaps.isPresent()) {
        value(json, perhaps.get());
      } else {
        json.writeNull();
      }
    } else if (part instanceof Collection<?> many) {
      json.writeStartArray();
      for (Object each : many) {
        value(json, each);
      }
      json.writeEndArray();
    } else if (part instanceof Record inner) {
      object(json, inner);
    } else if (part instanceof Integer number) {
      json.writeNumber(number);
    } else if (part instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(String.valueOf(part));
    }
  }
}
