package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.RichText.Block;
import io.exchangesync.core.mapping.RichText.Cell;
import io.exchangesync.core.mapping.RichText.Line;
import io.exchangesync.core.mapping.RichText.Listing;
import io.exchangesync.core.mapping.RichText.Paragraph;
import io.exchangesync.core.mapping.RichText.Quote;
import io.exchangesync.core.mapping.RichText.Rule;
import io.exchangesync.core.mapping.RichText.Span;
import io.exchangesync.core.mapping.RichText.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@link RichText} as HTML or as plain lines; every text has one form only. */
final class RichTextWriter {
  /** Elements of the inline formats; an element's place is its bit in {@link RichText.Style}. */
  static final List<String> FORMATS = List.of("b", "i", "u", "s", "sub", "sup", "code");

  private RichTextWriter() {}

  static String html(List<Block> blocks) {
    return blocks.stream().map(RichTextWriter::html).collect(Collectors.joining());
  }

  private static String html(Block block) {
    if (block instanceof Paragraph paragraph) {
      String element = paragraph.heading() == 0 ? "p" : "h" + paragraph.heading();
      String lines = paragraph.blank() ? "<br>" : lines(paragraph);
      return element(element, "", lines);
    }
    if (block instanceof Listing list) {
      String items =
          list.items().stream()
              .map(item -> element("li", "", inner(item)))
              .collect(Collectors.joining());
      return element(list.ordered() ? "ol" : "ul", "", items);
    }
    if (block instanceof Table table) {
      String rows =
          table.rows().stream()
              .map(
                  row ->
                      element(
                          "tr",
                          "",
                          row.stream().map(RichTextWriter::cell).collect(Collectors.joining())))
              .collect(Collectors.joining());
      return element("table", "", element("tbody", "", rows));
    }
    return block instanceof Quote quote ? element("blockquote", "", html(quote.content())) : "<hr>";
  }

  private static String cell(Cell cell) {
    String spans =
        (cell.columns() > 1 ? " colspan=\"" + cell.columns() + "\"" : "")
            + (cell.rows() > 1 ? " rowspan=\"" + cell.rows() + "\"" : "");
    return element(cell.header() ? "th" : "td", spans, inner(cell.content()));
  }

  private static String inner(List<Block> content) {
    return content.stream()
        .map(
            block ->
                block instanceof Paragraph paragraph && paragraph.heading() == 0
                    ? lines(paragraph)
                    : html(block))
        .collect(Collectors.joining());
  }

  private static String lines(Paragraph paragraph) {
    return paragraph.lines().stream().map(RichTextWriter::html).collect(Collectors.joining("<br>"));
  }

  private static String html(Line line) {
    return line.spans().stream().map(RichTextWriter::html).collect(Collectors.joining());
  }

  private static String html(Span span) {
    String out = escaped(span.text());
    for (int i = FORMATS.size() - 1; i >= 0; i--) {
      if ((span.style().formats() & 1 << i) != 0) {
        out = element(FORMATS.get(i), "", out);
      }
    }
    String link = span.style().link();
    return link.isEmpty()
        ? out
        : element("a", " href=\"" + escaped(link).replace("\"", "&quot;") + "\"", out);
  }

  private static String element(String name, String attributes, String content) {
    return "<" + name + attributes + ">" + content + "</" + name + ">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\u00a0", "&nbsp;");
  }

  static List<String> lines(List<Block> blocks) {
    List<String> out = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Paragraph paragraph) {
        paragraph.lines().forEach(line -> out.add(text(line)));
      } else if (block instanceof Listing list) {
        int number = 1;
        for (List<Block> item : list.items()) {
          String sign = list.ordered() ? number + ". " : "- ";
          out.addAll(indented(sign, " ".repeat(sign.length()), lines(item)));
          number++;
        }
      } else if (block instanceof Table table) {
        table.rows().forEach(row -> out.add(row(row)));
      } else if (block instanceof Quote quote) {
        out.addAll(indented("> ", "> ", lines(quote.content())));
      } else if (block instanceof Rule) {
        out.add("---");
      }
    }
    return out.stream().map(CanonicalText::trimEnd).toList();
  }

  private static String row(List<Cell> cells) {
    return cells.stream()
        .map(cell -> String.join(" ", lines(cell.content())))
        .collect(Collectors.joining(" | "));
  }

  private static List<String> indented(String first, String others, List<String> lines) {
    List<String> out = new ArrayList<>();
    for (String line : lines.isEmpty() ? List.of("") : lines) {
      out.add((out.isEmpty() ? first : others) + line);
    }
    return out;
  }

  private static String text(Line line) {
    StringBuilder out = new StringBuilder();
    StringBuilder linked = new StringBuilder();
    for (int i = 0; i < line.spans().size(); i++) {
      Span span = line.spans().get(i);
      String link = span.style().link();
      out.append(span.text());
      linked.append(span.text());
      boolean ends =
          i + 1 == line.spans().size() || !line.spans().get(i + 1).style().link().equals(link);
      if (ends) {
        out.append(address(link, linked.toString()));
        linked.setLength(0);
      }
    }
    return out.toString().replace('\u00a0', ' ');
  }

  private static String address(String link, String text) {
    boolean shown = link.isEmpty() || link.equals(text) || link.equals("mailto:" + text);
    return shown ? "" : " <" + link + ">";
  }
}
