package io.exchangesync.web.json;

/** Whether a reader sees the text of private items (invariant I10). */
public enum Confidential {
  SHOWN,
  HIDDEN;

  /** What stands in the place of a text that is kept from the reader. */
  public static final String MARK = "(private)";

  /**
   * The text, or the mark if it belongs to a private item and the reader may not see it.
   *
   * @param confidential whether the text belongs to a private item
   */
  public String show(String text, boolean confidential) {
    return this == HIDDEN && confidential && !text.isEmpty() ? MARK : text;
  }
}
