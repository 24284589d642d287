package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import java.util.Optional;

/**
 * The title, compared by its first 250 characters on one line.
 *
 * <p>What the mailbox can't show of a title stays in SuperOffice when its visible part is edited.
 */
final class SubjectLens implements FieldLens {
  static final int COMPARED = 250;

  private final MappingContext context;
  private final SubjectDecorations decorations;

  SubjectLens(MappingContext context, SubjectDecorations decorations) {
    this.context = context;
    this.decorations = decorations;
  }

  @Override
  public Field field() {
    return Field.SUBJECT;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(compared(title(row)));
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return Optional.of(compared(item.title()));
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    String full = CanonicalText.line(title(row));
    String title = CanonicalText.line(wanted);
    String edited = Overlong.edited(title, full, COMPARED);
    int shown = Math.min(COMPARED, decorations.of(row).room());
    if (edited.equals(title)) {
      edited = Overlong.edited(title, full, shown);
    }
    return row.with().title(CanonicalText.cut(withTitle(row, edited), textLength())).build();
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    String subject = item.worn().orElse(Decoration.NONE).dress(CanonicalText.line(wanted));
    return item.with(item.entry().withSubject(subject));
  }

  private String title(CrmAppointment row) {
    return context.capabilities().agenda() ? row.title() : TextRow.of(row.title()).firstLine();
  }

  private String withTitle(CrmAppointment row, String title) {
    return context.capabilities().agenda()
        ? title
        : TextRow.of(row.title()).withFirstLine(title).text();
  }

  private int textLength() {
    return context.capabilities().textLength();
  }

  private static String compared(String title) {
    return CanonicalText.cut(CanonicalText.line(title), COMPARED);
  }
}
