package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import java.util.Optional;

/**
 * The description: sanitized HTML where SuperOffice has an agenda, else the lines of the text after
 * the first.
 *
 * <p>What SuperOffice has no room for stays in the mailbox; the marked block with company and
 * person is never part of the text.
 */
final class BodyLens implements FieldLens {
  private final CrmBody bodies;
  private final boolean agenda;
  private final int textLength;

  BodyLens(MappingContext context) {
    this.bodies = new CrmBody(context);
    this.agenda = context.capabilities().agenda();
    this.textLength = context.capabilities().textLength();
  }

  @Override
  public Field field() {
    return Field.BODY;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(canonical(bodies.split(row).text()));
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return Optional.of(canonical(MailboxBody.split(item.entry().body()).text()));
  }

  private String canonical(RichText text) {
    return agenda ? text.html() : RichText.ofText(text.text()).text();
  }

  private RichText parsed(String canonical) {
    return agenda ? RichText.ofHtml(canonical) : RichText.ofText(canonical);
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    String now = readCrm(row).orElse("");
    String lines = bodies.split(row).lines();
    int block = bodies.length(lines);
    if (agenda) {
      int room = Math.max(textLength - block, now.length());
      String fitting = RichTextCut.of(parsed(wanted), room).visible().html();
      return fitting.equals(now) ? row : bodies.written(row, fitting, lines);
    }
    TextRow text = TextRow.of(row.title());
    String fitting = CanonicalText.cut(wanted, roomBelow(text.firstLine().length() + block));
    return fitting.equals(now) ? row : bodies.written(row, fitting, lines);
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    Body body = item.entry().body();
    CompanyBlock.Split now = MailboxBody.split(body);
    RichText target = wanted.isEmpty() ? RichText.EMPTY : withTail(wanted, now.text(), item);
    if (canonical(target).equals(canonical(now.text()))) {
      return item;
    }
    Body changed = MailboxBody.written(target, now.lines(), body.format());
    return item.with(item.entry().withBody(changed));
  }

  /** The wanted text and what SuperOffice could never show of the text before. */
  private RichText withTail(String wanted, RichText now, WornItem item) {
    if (agenda) {
      RichText tail =
          BodyTail.ofHtml(now, item.base()).orElseGet(() -> RichTextCut.of(now, textLength).tail());
      RichText target = parsed(wanted);
      return wanted.length() > textLength ? target : target.followedBy(tail);
    }
    String text = canonical(now);
    int room = roomBelow(item.title().length());
    String tail =
        BodyTail.ofText(text, item.base())
            .orElseGet(() -> text.substring(CanonicalText.cut(text, room).length()));
    return parsed(wanted.length() > room ? wanted : wanted + tail);
  }

  private int roomBelow(int firstLine) {
    return Math.max(0, textLength - firstLine - 1);
  }
}
