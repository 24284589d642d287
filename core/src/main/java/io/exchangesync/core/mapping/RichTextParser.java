package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.RichText.Block;
import io.exchangesync.core.mapping.RichText.Cell;
import io.exchangesync.core.mapping.RichText.Line;
import io.exchangesync.core.mapping.RichText.Listing;
import io.exchangesync.core.mapping.RichText.Paragraph;
import io.exchangesync.core.mapping.RichText.Quote;
import io.exchangesync.core.mapping.RichText.Rule;
import io.exchangesync.core.mapping.RichText.Style;
import io.exchangesync.core.mapping.RichText.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads any HTML into {@link RichText}: known formatting, lists, tables and safe links; everything
 * else is unwrapped, what is not text is left out.
 */
final class RichTextParser {
  private static final int MAX_DEPTH = 150;
  private static final Set<String> LEFT_OUT =
      Set.of(
          "head",
          "script",
          "style",
          "title",
          "template",
          "noscript",
          "object",
          "embed",
          "iframe",
          "applet",
          "svg",
          "math",
          "select",
          "textarea",
          "audio",
          "video",
          "canvas",
          "noframes",
          "noembed",
          "xmp",
          "plaintext");
  private static final Set<String> BLOCKS =
      Set.of(
          "html",
          "body",
          "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "nav",
          "aside",
          "address",
          "center",
          "form",
          "fieldset",
          "legend",
          "dl",
          "dt",
          "dd",
          "figure",
          "figcaption",
          "details",
          "summary",
          "caption",
          "li",
          "dir",
          "menu");
  private static final Map<String, Integer> FORMATS =
      Map.ofEntries(
          Map.entry("b", 1),
          Map.entry("strong", 1),
          Map.entry("i", 2),
          Map.entry("em", 2),
          Map.entry("u", 4),
          Map.entry("ins", 4),
          Map.entry("s", 8),
          Map.entry("strike", 8),
          Map.entry("del", 8),
          Map.entry("sub", 16),
          Map.entry("sup", 32),
          Map.entry("code", 64),
          Map.entry("tt", 64),
          Map.entry("kbd", 64));
  private static final Pattern SAFE_LINK = Pattern.compile("(?i)(https?://|mailto:).+");

  private final int depth;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private LineBuilder line = new LineBuilder();
  private int heading;

  private RichTextParser(int depth) {
    this.depth = depth;
  }

  static RichText parse(String html) {
    RichTextParser parser = new RichTextParser(0);
    parser.children(Jsoup.parse(CanonicalText.clean(html)), Style.PLAIN, 0);
    return new RichText(RichText.normal(parser.finished()));
  }

  /** Text in which every blank is kept: blanks become no-break, a tab four of them. */
  static String hardBlanks(String text) {
    return text.replace("\t", "    ").replace(' ', '\u00a0');
  }

  private List<Block> finished() {
    endParagraph();
    return blocks;
  }

  private void children(Element parent, Style style, int level) {
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode text) {
        line.append(CanonicalText.clean(text.getWholeText()), style);
      } else if (child instanceof Element element) {
        element(element, style, level + 1);
      }
    }
  }

  private void element(Element element, Style style, int level) {
    String name = element.normalName();
    if (LEFT_OUT.contains(name)) {
      return;
    }
    if (depth + level > MAX_DEPTH) {
      line.append(CanonicalText.clean(element.text()), style);
      return;
    }
    switch (name) {
      case "br" -> endLine();
      case "hr" -> block(new Rule());
      case "ul", "ol" -> list(element, style, level);
      case "table" -> table(element, style, level);
      case "blockquote" -> quote(element, style, level);
      case "pre" -> preformatted(element, style);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, style, level);
      case "a" -> children(element, linked(element, style), level);
      default -> {
        if (BLOCKS.contains(name)) {
          endParagraph();
          children(element, style, level);
          endParagraph();
        } else {
          children(element, style.with(FORMATS.getOrDefault(name, 0)), level);
        }
      }
    }
  }

  private void heading(Element element, Style style, int level) {
    endParagraph();
    int outer = heading;
    heading = element.normalName().charAt(1) - '0';
    children(element, style, level);
    endParagraph();
    heading = outer;
  }

  private void list(Element list, Style style, int level) {
    List<List<Block>> items = new ArrayList<>();
    for (Node child : list.childNodes()) {
      boolean isItem = child instanceof Element element && element.normalName().equals("li");
      List<Block> content =
          isItem ? inside((Element) child, style, level) : stray(child, style, level);
      if (isItem) {
        items.add(content);
      } else if (!content.isEmpty()) {
        List<Block> previous = items.isEmpty() ? List.of() : items.remove(items.size() - 1);
        List<Block> joined = new ArrayList<>(previous);
        joined.addAll(content);
        items.add(RichText.compact(joined));
      }
    }
    if (items.stream().anyMatch(item -> !item.isEmpty())) {
      block(new Listing(list.normalName().equals("ol"), items));
    }
  }

  private void table(Element table, Style style, int level) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Element row : rowsOf(table)) {
      List<Cell> cells = new ArrayList<>();
      for (Element cell : row.children()) {
        String name = cell.normalName();
        if (name.equals("td") || name.equals("th")) {
          List<Block> content = inside(cell, style, level);
          cells.add(
              new Cell(name.equals("th"), span(cell, "colspan"), span(cell, "rowspan"), content));
        }
      }
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    for (Element child : table.children()) {
      if (child.normalName().equals("caption")) {
        element(child, style, level + 1);
      }
    }
    boolean anything = rows.stream().flatMap(List::stream).anyMatch(c -> !c.content().isEmpty());
    if (anything) {
      block(new Table(rows));
    }
  }

  private static List<Element> rowsOf(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element part : table.children()) {
      if (part.normalName().equals("tr")) {
        rows.add(part);
      } else if (Set.of("tbody", "thead", "tfoot").contains(part.normalName())) {
        part.children().stream().filter(row -> row.normalName().equals("tr")).forEach(rows::add);
      }
    }
    return rows;
  }

  private static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).trim();
    return value.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(value) : 1;
  }

  private void quote(Element element, Style style, int level) {
    RichTextParser inner = new RichTextParser(depth + level);
    inner.children(element, style, 0);
    List<Block> content = RichText.normal(inner.finished());
    if (!content.isEmpty()) {
      block(new Quote(content));
    }
  }

  private List<Block> inside(Element element, Style style, int level) {
    RichTextParser inner = new RichTextParser(depth + level + 1);
    inner.children(element, style, 0);
    return RichText.compact(inner.finished());
  }

  private List<Block> stray(Node node, Style style, int level) {
    RichTextParser inner = new RichTextParser(depth + level + 1);
    if (node instanceof TextNode text) {
      inner.line.append(CanonicalText.clean(text.getWholeText()), style);
    } else if (node instanceof Element element) {
      inner.element(element, style, 1);
    }
    return RichText.compact(inner.finished());
  }

  private void preformatted(Element element, Style style) {
    endParagraph();
    String[] parts = CanonicalText.clean(element.wholeText()).split("\n", -1);
    for (String part : parts) {
      line.append(hardBlanks(part), style);
      endLine();
    }
    endParagraph();
  }

  private static Style linked(Element anchor, Style style) {
    String address = CanonicalText.clean(anchor.attr("href")).replaceAll("[\\s\u00a0]+", "");
    if (!SAFE_LINK.matcher(address).matches()) {
      return style;
    }
    int colon = address.indexOf(':');
    String scheme = address.substring(0, colon).toLowerCase(Locale.ROOT);
    return style.linkedTo(scheme + address.substring(colon));
  }

  private void block(Block block) {
    endParagraph();
    blocks.add(block);
  }

  private void endLine() {
    lines.add(line.build());
    line = new LineBuilder();
  }

  private void endParagraph() {
    if (line.visible()) {
      endLine();
    }
    line = new LineBuilder();
    if (!lines.isEmpty()) {
      blocks.add(new Paragraph(heading, lines));
      lines.clear();
    }
  }
}
