package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.RichText.Block;
import io.exchangesync.core.mapping.RichText.Line;
import io.exchangesync.core.mapping.RichText.Paragraph;
import io.exchangesync.core.mapping.RichText.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in two parts, of which the first fits a column as HTML.
 *
 * <p>Whole blocks and lines stay together; only a first line that is too long by itself is cut, and
 * loses its formats.
 */
record RichTextCut(RichText visible, RichText tail) {

  static RichTextCut of(RichText text, int limit) {
    if (text.html().length() <= limit) {
      return new RichTextCut(text, RichText.EMPTY);
    }
    List<Block> visible = new ArrayList<>();
    List<Block> tail = new ArrayList<>();
    int left = limit;
    for (Block block : text.blocks()) {
      int length = length(block);
      if (tail.isEmpty() && length <= left) {
        visible.add(block);
        left -= length;
      } else if (tail.isEmpty()) {
        split(block, left, visible, tail);
      } else {
        tail.add(block);
      }
    }
    return new RichTextCut(
        new RichText(RichText.normal(visible)), new RichText(RichText.normal(tail)));
  }

  private static void split(Block block, int left, List<Block> visible, List<Block> tail) {
    boolean first = visible.isEmpty();
    if (block instanceof Paragraph paragraph) {
      splitLines(paragraph, left, first, visible, tail);
    } else if (first) {
      String plain = String.join("\n", RichTextWriter.lines(List.of(block)));
      Paragraph lines = (Paragraph) RichText.ofText(plain + "\n.").blocks().get(0);
      splitLines(
          new Paragraph(0, lines.lines().subList(0, lines.lines().size() - 1)),
          left,
          true,
          visible,
          tail);
    } else {
      tail.add(block);
    }
  }

  private static void splitLines(
      Paragraph paragraph, int left, boolean first, List<Block> visible, List<Block> tail) {
    List<Line> lines = paragraph.lines();
    int fitting = lines.size();
    while (fitting > 0 && length(part(paragraph, 0, fitting)) > left) {
      fitting--;
    }
    if (fitting > 0) {
      visible.add(part(paragraph, 0, fitting));
    }
    if (fitting > 0 || !first) {
      addUnlessEmpty(tail, part(paragraph, fitting, lines.size()));
      return;
    }
    String text = lines.get(0).text();
    String cut = CanonicalText.cut(text, left);
    while (!cut.isEmpty() && length(plain(cut)) > left) {
      cut = CanonicalText.cut(cut, cut.length() - 1);
    }
    if (!cut.isEmpty()) {
      visible.add(plain(cut));
    }
    tail.add(plain(text.substring(cut.length())));
    addUnlessEmpty(tail, part(paragraph, 1, lines.size()));
  }

  private static void addUnlessEmpty(List<Block> blocks, Paragraph paragraph) {
    if (!paragraph.lines().isEmpty()) {
      blocks.add(paragraph);
    }
  }

  private static Paragraph part(Paragraph paragraph, int from, int to) {
    return new Paragraph(paragraph.heading(), paragraph.lines().subList(from, to));
  }

  private static Paragraph plain(String text) {
    LineBuilder line = new LineBuilder();
    line.append(RichTextParser.hardBlanks(text), Style.PLAIN);
    return new Paragraph(0, List.of(line.build()));
  }

  private static int length(Block block) {
    return RichTextWriter.html(List.of(block)).length();
  }
}
