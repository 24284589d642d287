package io.exchangesync.web.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A request body that is not the JSON that is expected; says where and what instead. */
public final class UnreadableBody extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String property;

  private UnreadableBody(String property, String message, Throwable cause) {
    super(message, cause);
    this.property = property;
  }

  /** The property that is wrong; "" if it is the body as a whole. */
  public String property() {
    return property;
  }

  static UnreadableBody because(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new UnreadableBody(
          path(unknown),
          "is not known here; known are " + new TreeSet<>(unknown.getKnownPropertyIds()),
          e);
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return new UnreadableBody(
          path(format),
          "must be one of " + Arrays.toString(format.getTargetType().getEnumConstants()),
          e);
    }
    if (e instanceof JsonMappingException mapping) {
      return new UnreadableBody(path(mapping), "has a value of the wrong type", e);
    }
    return new UnreadableBody(
        "", "The body is not valid JSON at line " + e.getLocation().getLineNr() + ".", e);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
