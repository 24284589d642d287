package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Field;

/** A value that the other side can't hold; the item becomes a hold, the rest goes on. */
public final class UnmappableException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Field field;

  /**
   * @param message what can't be held and what to do, without private text
   */
  public UnmappableException(Field field, String message) {
    super(message);
    this.field = field;
  }

  public Field field() {
    return field;
  }
}
