package io.exchangesync.core.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Formatted text reduced to what both sides can hold; the wrapping that Exchange and Outlook put
 * around it is not part of it.
 *
 * <p>Normal form: no blank paragraph at either end, no blank line at the end of a paragraph; equal
 * texts have equal {@link #html()}, and parsing {@link #html()} gives the same text again.
 */
record RichText(List<Block> blocks) {
  static final RichText EMPTY = new RichText(List.of());

  RichText {
    blocks = List.copyOf(blocks);
  }

  /** A part of the text that stands below the one before. */
  sealed interface Block {}

  /**
   * @param heading 1 to 6; 0 for a plain paragraph
   */
  record Paragraph(int heading, List<Line> lines) implements Block {
    Paragraph {
      lines = List.copyOf(lines);
    }

    boolean blank() {
      return lines.stream().allMatch(Line::blank);
    }
  }

  record Listing(boolean ordered, List<List<Block>> items) implements Block {
    Listing {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  record Table(List<List<Cell>> rows) implements Block {
    Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  record Cell(boolean header, int columns, int rows, List<Block> content) {
    Cell {
      content = List.copyOf(content);
    }
  }

  record Quote(List<Block> content) implements Block {
    Quote {
      content = List.copyOf(content);
    }
  }

  record Rule() implements Block {}

  /** Spans of one line; adjacent ones differ in style. */
  record Line(List<Span> spans) {
    Line {
      spans = List.copyOf(spans);
    }

    boolean blank() {
      return spans.isEmpty();
    }

    /** The text without styles; blanks that HTML would collapse are ordinary blanks here. */
    String text() {
      StringBuilder out = new StringBuilder();
      spans.forEach(span -> out.append(span.text()));
      return out.toString().replace('\u00a0', ' ');
    }
  }

  record Span(Style style, String text) {}

  /**
   * @param formats bit set over {@link RichTextWriter#FORMATS}
   * @param link address of a link; "" for none
   */
  record Style(int formats, String link) {
    static final Style PLAIN = new Style(0, "");

    Style with(int format) {
      return new Style(formats | format, link);
    }

    Style linkedTo(String address) {
      return new Style(formats, address);
    }

    Style common(Style other) {
      return new Style(formats & other.formats, link.equals(other.link) ? link : "");
    }
  }

  static RichText ofHtml(String html) {
    return RecentTexts.parsed(html);
  }

  /** A text body: its lines become the lines of one paragraph, its blanks are all kept. */
  static RichText ofText(String text) {
    List<Line> lines = new ArrayList<>();
    for (String line : CanonicalText.clean(text).split("\n", -1)) {
      LineBuilder builder = new LineBuilder();
      builder.append(RichTextParser.hardBlanks(line), Style.PLAIN);
      lines.add(builder.build());
    }
    return new RichText(normal(List.of(new Paragraph(0, lines))));
  }

  String html() {
    return RichTextWriter.html(blocks);
  }

  /** Plain text: LF between lines, lists and tables in signs. */
  String text() {
    return String.join("\n", RichTextWriter.lines(blocks));
  }

  boolean empty() {
    return blocks.isEmpty();
  }

  RichText followedBy(RichText tail) {
    List<Block> all = new ArrayList<>(blocks);
    all.addAll(tail.blocks);
    return new RichText(normal(all));
  }

  /** Blocks with blank ends trimmed: the normal form of a text or quotation. */
  static List<Block> normal(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    for (Block block : blocks) {
      Block trimmed = block instanceof Paragraph p ? trimmedEnd(p) : block;
      boolean blankHere = trimmed instanceof Paragraph p && p.blank();
      boolean blankHeading = blankHere && ((Paragraph) trimmed).heading() > 0;
      if (!blankHeading && !(blankHere && out.isEmpty())) {
        out.add(trimmed);
      }
    }
    while (!out.isEmpty() && out.get(out.size() - 1) instanceof Paragraph p && p.blank()) {
      out.remove(out.size() - 1);
    }
    if (!out.isEmpty() && out.get(0) instanceof Paragraph p) {
      out.set(0, trimmedStart(p));
    }
    return out;
  }

  /** Content of a list item or cell: plain paragraphs in a row are lines of one, none is blank. */
  static List<Block> compact(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    List<Line> run = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Paragraph p && p.heading() == 0) {
        run.addAll(p.lines());
      } else {
        endRun(run, out);
        if (!(block instanceof Paragraph heading && heading.blank())) {
          out.add(block instanceof Paragraph heading ? trimmedEnd(heading) : block);
        }
      }
    }
    endRun(run, out);
    return out;
  }

  private static void endRun(List<Line> run, List<Block> out) {
    Paragraph merged = trimmedStart(trimmedEnd(new Paragraph(0, run)));
    if (!merged.blank()) {
      out.add(merged);
    }
    run.clear();
  }

  private static Paragraph trimmedEnd(Paragraph paragraph) {
    List<Line> lines = paragraph.lines();
    int end = lines.size();
    while (end > 1 && lines.get(end - 1).blank()) {
      end--;
    }
    return new Paragraph(paragraph.heading(), lines.subList(0, end));
  }

  private static Paragraph trimmedStart(Paragraph paragraph) {
    List<Line> lines = paragraph.lines();
    int start = 0;
    while (start < lines.size() - 1 && lines.get(start).blank()) {
      start++;
    }
    return new Paragraph(paragraph.heading(), lines.subList(start, lines.size()));
  }
}
