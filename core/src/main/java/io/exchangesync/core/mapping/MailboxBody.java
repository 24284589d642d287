package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Body;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The body of a mailbox item with and without our marked block.
 *
 * <p>Whatever else the body holds (images, styles, quoted mails) stays as it is while only the
 * block changes.
 */
final class MailboxBody {
  private MailboxBody() {}

  static CompanyBlock.Split split(Body body) {
    return CompanyBlock.split(rich(body));
  }

  private static RichText rich(Body body) {
    return body.format() == Body.Format.HTML
        ? RichText.ofHtml(body.content())
        : RichText.ofText(body.content());
  }

  /** A body with this text and block; as text where nothing is lost by it and it was text. */
  static Body written(RichText text, String lines, Body.Format before) {
    boolean plain = RichText.ofText(text.text()).equals(text);
    if (before == Body.Format.TEXT && plain) {
      return new Body(Body.Format.TEXT, withBlock(text.text(), lines));
    }
    String block = lines.isEmpty() ? "" : CompanyBlock.html(lines);
    return new Body(Body.Format.HTML, "<html><body>" + text.html() + block + "</body></html>");
  }

  /** The body with another block and everything else kept. */
  static Body withLines(Body body, String lines) {
    CompanyBlock.Split before = split(body);
    if (before.lines().equals(lines)) {
      return body;
    }
    Body changed =
        body.format() == Body.Format.TEXT
            ? new Body(Body.Format.TEXT, withBlock(withoutBlock(body.content()), lines))
            : new Body(Body.Format.HTML, html(body.content(), lines));
    boolean kept = split(changed).equals(new CompanyBlock.Split(before.text(), lines));
    return kept ? changed : written(before.text(), lines, body.format());
  }

  private static String withBlock(String text, String lines) {
    if (lines.isEmpty()) {
      return text;
    }
    return (text.isEmpty() ? "" : text + "\n\n") + CompanyBlock.text(lines);
  }

  private static String withoutBlock(String text) {
    int start = text.lastIndexOf(CompanyBlock.START);
    int end = text.indexOf(CompanyBlock.END, Math.max(0, start));
    if (start < 0 || end < 0) {
      return text;
    }
    String after = text.substring(end + CompanyBlock.END.length());
    return CanonicalText.trimEnd(CanonicalText.trimEnd(text.substring(0, start)) + after);
  }

  private static String html(String html, String lines) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    removeBlock(body);
    if (!lines.isEmpty()) {
      body.append(CompanyBlock.html(lines));
    }
    return document.outerHtml();
  }

  private static void removeBlock(Element body) {
    List<Node> inside = new ArrayList<>();
    boolean[] open = {false};
    body.nodeStream()
        .forEach(
            node -> {
              String text = node instanceof TextNode leaf ? leaf.text().trim() : "";
              open[0] |= text.equals(CompanyBlock.START);
              boolean lineBreak = node.nodeName().equals("br");
              if (open[0] && (node instanceof TextNode || lineBreak)) {
                inside.add(node);
              }
              open[0] &= !text.equals(CompanyBlock.END);
            });
    for (Node node : inside) {
      Node parent = node.parent();
      node.remove();
      prune(parent, body);
    }
  }

  private static void prune(Node node, Element body) {
    Node at = node;
    while (at instanceof Element element && at != body && element.childNodeSize() == 0) {
      Node parent = element.parent();
      element.remove();
      at = parent;
    }
  }
}
