package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.RichText.Block;
import io.exchangesync.core.mapping.RichText.Line;
import io.exchangesync.core.mapping.RichText.Paragraph;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a mailbox body holds beyond what SuperOffice was last seen to hold of it.
 *
 * <p>Known from the base only while the mailbox body is still the one of the base.
 */
final class BodyTail {
  private BodyTail() {}

  /** The tail of a formatted body; empty if the base can't tell. */
  static Optional<RichText> ofHtml(RichText now, Optional<Base> base) {
    return both(base)
        .filter(bodies -> bodies.mailbox().equals(now.html()))
        .flatMap(bodies -> minus(now, RichText.ofHtml(bodies.crm())));
  }

  /** The tail of a plain body, with the blanks it begins with; empty if the base can't tell. */
  static Optional<String> ofText(String now, Optional<Base> base) {
    return both(base)
        .filter(bodies -> bodies.mailbox().equals(now) && now.startsWith(bodies.crm()))
        .map(bodies -> now.substring(bodies.crm().length()));
  }

  private record Bodies(String crm, String mailbox) {}

  private static Optional<Bodies> both(Optional<Base> base) {
    Optional<String> crm = base.flatMap(known -> known.crm().get(Field.BODY));
    Optional<String> mailbox = base.flatMap(known -> known.mailbox().get(Field.BODY));
    return crm.filter(text -> !text.isEmpty() && mailbox.isPresent())
        .map(text -> new Bodies(text, mailbox.get()));
  }

  private static Optional<RichText> minus(RichText whole, RichText start) {
    List<Block> blocks = whole.blocks();
    int same = start.blocks().size() - 1;
    if (same < 0
        || blocks.size() <= same
        || !blocks.subList(0, same).equals(start.blocks().subList(0, same))) {
      return Optional.empty();
    }
    List<Block> tail = new ArrayList<>();
    Block last = start.blocks().get(same);
    if (!blocks.get(same).equals(last)) {
      boolean split =
          blocks.get(same) instanceof Paragraph all
              && last instanceof Paragraph part
              && all.heading() == part.heading()
              && startsWith(all.lines(), part.lines());
      if (!split) {
        return Optional.empty();
      }
      Paragraph all = (Paragraph) blocks.get(same);
      int shown = ((Paragraph) last).lines().size();
      tail.add(new Paragraph(all.heading(), all.lines().subList(shown, all.lines().size())));
    }
    tail.addAll(blocks.subList(same + 1, blocks.size()));
    return Optional.of(new RichText(RichText.normal(tail)));
  }

  private static boolean startsWith(List<Line> all, List<Line> part) {
    return all.size() > part.size() && all.subList(0, part.size()).equals(part);
  }
}
