package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.RichText.Block;
import io.exchangesync.core.mapping.RichText.Line;
import io.exchangesync.core.mapping.RichText.Paragraph;
import io.exchangesync.core.model.CrmNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines with company and person between two marks; wherever they stand in a body, they are not
 * part of its text.
 *
 * <p>The marks are text, because Outlook throws away ids, classes and comments of HTML.
 */
final class CompanyBlock {
  static final String START = "[SuperOffice]";
  static final String END = "[/SuperOffice]";
  private static final String COMPANY = "Company: ";
  private static final String PERSON = "Person: ";
  static final String PARTICIPANTS = "Participants: ";
  private static final int LONGEST_LINE = 250;

  /** Part of either mark. */
  private static final String MARK = "SuperOffice]";

  private static final Pattern BLANKS = Pattern.compile("[ \u00a0]+");

  private CompanyBlock() {}

  /** The lines for these names; "" for none. */
  static String lines(CrmNames names) {
    return Stream.of(
            labelled(COMPANY, names.company(), names.department()),
            labelled(PERSON, names.person(), names.phone()))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The line with who takes part; "" for nobody. */
  static String participants(Collection<String> names) {
    return labelled(PARTICIPANTS, names.toArray(String[]::new));
  }

  private static String labelled(String label, String... names) {
    String joined =
        Stream.of(names)
            .map(name -> BLANKS.matcher(CanonicalText.line(name)).replaceAll(" "))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    return joined.isEmpty() ? "" : CanonicalText.cut(label + joined, LONGEST_LINE);
  }

  /** What a text holds beside the block, and the lines of its first block. */
  record Split(RichText text, String lines) {}

  static Split split(RichText text) {
    return text.blocks().stream().anyMatch(CompanyBlock::mayHoldMark)
        ? splitAtMarks(text)
        : new Split(text, "");
  }

  private static boolean mayHoldMark(Block block) {
    return block instanceof Paragraph paragraph
        && paragraph.lines().stream()
            .anyMatch(line -> CanonicalText.clean(line.text()).contains(MARK));
  }

  private static Split splitAtMarks(RichText text) {
    List<Block> kept = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    boolean found = false;
    int at = 0;
    List<Block> blocks = separated(text.blocks());
    while (at < blocks.size()) {
      if (!reads(blocks.get(at), START)) {
        kept.add(blocks.get(at));
        at++;
        continue;
      }
      int end = end(blocks, at);
      if (!found) {
        blocks.subList(at + 1, end).forEach(line -> lines.add(oneLine(line)));
      }
      found = true;
      at = end < blocks.size() && reads(blocks.get(end), END) ? end + 1 : end;
    }
    String first = lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    return found ? new Split(new RichText(RichText.normal(kept)), first) : new Split(text, "");
  }

  /** The paragraph to append to an HTML body. */
  static String html(String lines) {
    return RichText.ofText(text(lines)).html();
  }

  /** The lines to append to a text body. */
  static String text(String lines) {
    return START + "\n" + lines + "\n" + END;
  }

  /** Index of the end mark, or of the first block that is none of our lines. */
  private static int end(List<Block> blocks, int start) {
    int at = start + 1;
    while (at < blocks.size() && blocks.get(at) instanceof Paragraph) {
      if (reads(blocks.get(at), END)) {
        return at;
      }
      at++;
    }
    at = start + 1;
    while (at < blocks.size() && ours(oneLine(blocks.get(at)))) {
      at++;
    }
    return at;
  }

  private static boolean ours(String line) {
    return line.startsWith(COMPANY) || line.startsWith(PERSON) || line.startsWith(PARTICIPANTS);
  }

  private static boolean reads(Block block, String mark) {
    return oneLine(block).equals(mark);
  }

  private static String oneLine(Block block) {
    boolean single =
        block instanceof Paragraph paragraph
            && paragraph.heading() == 0
            && paragraph.lines().size() == 1;
    return single ? CanonicalText.line(((Paragraph) block).lines().get(0).text()) : "";
  }

  /** Every paragraph that holds a mark, line by line. */
  private static List<Block> separated(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    for (Block block : blocks) {
      boolean marked =
          block instanceof Paragraph p
              && p.lines().stream()
                  .map(Line::text)
                  .map(CanonicalText::line)
                  .anyMatch(CompanyBlock::mark);
      if (marked) {
        out.addAll(aroundMarks(((Paragraph) block)));
      } else {
        out.add(block);
      }
    }
    return out;
  }

  private static boolean mark(String line) {
    return line.equals(START) || line.equals(END);
  }

  private static List<Block> aroundMarks(Paragraph paragraph) {
    List<Block> out = new ArrayList<>();
    List<Line> run = new ArrayList<>();
    boolean inside = false;
    for (Line line : paragraph.lines()) {
      String text = CanonicalText.line(line.text());
      boolean own = inside || mark(text) || ours(text);
      if (own) {
        endRun(run, out, paragraph.heading());
        out.add(new Paragraph(0, List.of(line)));
      } else {
        run.add(line);
      }
      inside = text.equals(START) || (inside && !text.equals(END));
    }
    endRun(run, out, paragraph.heading());
    return out;
  }

  private static void endRun(List<Line> run, List<Block> out, int heading) {
    if (!run.isEmpty()) {
      out.add(new Paragraph(heading, run));
      run.clear();
    }
  }
}
