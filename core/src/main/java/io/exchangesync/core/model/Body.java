package io.exchangesync.core.model;

import java.util.Objects;

/** An item's body with its format; LF line ends. */
public record Body(Format format, String content) {
  /** Body type of the EWS schema. */
  public enum Format {
    TEXT,
    HTML
  }

  public static final Body EMPTY = new Body(Format.TEXT, "");

  public Body {
    Objects.requireNonNull(format);
    Objects.requireNonNull(content);
  }
}
