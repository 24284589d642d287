package io.exchangesync.core.mapping;

/**
 * A text of which the other side sees only the beginning.
 *
 * <p>An edit of the visible part keeps the tail as long as the end of the visible part, to which
 * the tail belongs, is still there and stands nowhere else.
 */
final class Overlong {
  private static final int SEAM = 20;

  private Overlong() {}

  /**
   * The full text after somebody changed its visible part into {@code wanted}.
   *
   * @param visibleLength UTF-16 units the other side shows
   */
  static String edited(String wanted, String full, int visibleLength) {
    String visible = CanonicalText.cut(full, visibleLength);
    if (visible.equals(full)) {
      return wanted;
    }
    if (wanted.equals(visible)) {
      return full;
    }
    String seam = visible.substring(Math.max(0, visible.length() - SEAM));
    boolean unique = full.indexOf(seam) == visible.length() - seam.length();
    return !seam.isEmpty() && unique && wanted.endsWith(seam)
        ? wanted + full.substring(visible.length())
        : wanted;
  }
}
