package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxEntry;
import java.util.Optional;

/**
 * What surrounds the title in the subject, and the marked block in the body; travels to the mailbox
 * only.
 */
final class DecorationLens implements FieldLens {
  private final SubjectDecorations decorations;

  DecorationLens(SubjectDecorations decorations) {
    this.decorations = decorations;
  }

  @Override
  public Field field() {
    return Field.DECORATION;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(decorations.of(row).encoded());
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    String lines = MailboxBody.split(item.entry().body()).lines();
    return Optional.of(item.worn().orElse(Decoration.NONE).withLines(lines).encoded());
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    return row;
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    Decoration decoration = Decoration.decoded(wanted);
    Body body = MailboxBody.withLines(item.entry().body(), decoration.lines());
    MailboxEntry changed = item.entry().withBody(body);
    if (item.worn().isEmpty()) {
      return item.with(changed);
    }
    String subject = decoration.dress(item.title());
    boolean same = subject.equals(CanonicalText.line(changed.subject()));
    return new WornItem(
        same ? changed : changed.withSubject(subject),
        Optional.of(decoration.withLines("")),
        item.base());
  }
}
