package io.exchangesync.ejb.crm;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Text as SuperOffice keeps it: LF line ends, nothing trailing, not longer than the column. */
public final class CrmText {
  /** Elements that begin a line. */
  private static final Set<String> BREAKS = Set.of("br", "p", "div", "li", "tr", "h1", "h2", "h3");

  private CrmText() {}

  /** The canonical form of a stored text; what {@link #stored} gives is left as it is. */
  public static String canonical(String stored) {
    String lines = stored.replace("\r\n", "\n").replace('\r', '\n');
    int end = lines.length();
    while (end > 0 && " \t\n".indexOf(lines.charAt(end - 1)) >= 0) {
      end--;
    }
    return lines.substring(0, end);
  }

  /**
   * What is written: canonical, cut to a length without splitting a character (schema rule 27).
   *
   * @param length characters the column takes; 0 = not limited
   */
  public static String stored(String text, int length) {
    String whole = canonical(text);
    if (length == 0 || whole.length() <= length) {
      return whole;
    }
    int end = Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length;
    return canonical(whole.substring(0, end));
  }

  /** HTML that shows a plain text. */
  static String asHtml(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "<br>\n");
  }

  /** The plain text of HTML, line breaks kept, for clients that do not show HTML. */
  public static String asPlain(String html) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode part) {
            text.append(part.getWholeText());
          } else if (BREAKS.contains(node.nodeName())) {
            text.append('\n');
          }
        },
        Jsoup.parse(html));
    return canonical(text.toString().strip());
  }
}
