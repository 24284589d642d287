package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.store.Value.BodyType;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Shows a stored body in the type that was asked for, as Exchange converts between them. */
final class Bodies {
  private static final String HEAD =
      "<html>\r\n<head>\r\n<meta http-equiv=\"Content-Type\" content=\"text/html;"
          + " charset=utf-8\">\r\n</head>\r\n<body>\r\n";
  private static final String TAIL = "\r\n</body>\r\n</html>\r\n";

  private Bodies() {}

  /** The body of an item as plain text. */
  static Optional<String> plain(Item item) {
    return item.get("item:Body")
        .filter(Value.Body.class::isInstance)
        .map(body -> in(BodyType.TEXT, (Value.Body) body).content());
  }

  /** The body as HTML document or as plain text. */
  static Value.Body in(BodyType wanted, Value.Body stored) {
    if (wanted == BodyType.HTML) {
      return new Value.Body(BodyType.HTML, html(stored));
    }
    return stored.type() == BodyType.TEXT
        ? stored
        : new Value.Body(BodyType.TEXT, text(stored.content()));
  }

  /** The content with CRLF line ends, as a mailbox keeps it. */
  static String crlf(String content) {
    return content.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
  }

  private static String html(Value.Body stored) {
    if (stored.type() == BodyType.TEXT) {
      String escaped = Entities.escape(stored.content()).replace("\r\n", "<br>\r\n");
      return HEAD + "<div>" + escaped + "</div>" + TAIL;
    }
    boolean whole = stored.content().toLowerCase(Locale.ROOT).contains("<html");
    return whole || stored.content().isEmpty() ? stored.content() : HEAD + stored.content() + TAIL;
  }

  private static String text(String html) {
    StringBuilder out = new StringBuilder();
    Jsoup.parse(html)
        .body()
        .traverse(
            new NodeVisitor() {
              @Override
              public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                  append(out, text.text());
                } else if (node instanceof Element element && element.normalName().equals("br")) {
                  out.append("\r\n");
                }
              }

              @Override
              public void tail(Node node, int depth) {
                if (node instanceof Element element
                    && element.isBlock()
                    && !out.isEmpty()
                    && !out.toString().endsWith("\r\n")) {
                  out.append("\r\n");
                }
              }
            });
    return out.toString();
  }

  private static void append(StringBuilder out, String text) {
    boolean lineStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    out.append(lineStart ? text.stripLeading() : text);
  }
}
