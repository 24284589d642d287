package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;

/**
 * The description of a follow-up with and without our marked block: the agenda, else the lines of
 * the text after the first.
 */
final class CrmBody {
  private final boolean agenda;

  CrmBody(MappingContext context) {
    this.agenda = context.capabilities().agenda();
  }

  CompanyBlock.Split split(CrmAppointment row) {
    return CompanyBlock.split(
        agenda ? RichText.ofHtml(row.agenda()) : RichText.ofText(TextRow.of(row.title()).rest()));
  }

  /** What the block takes of the room there is. */
  int length(String lines) {
    if (lines.isEmpty()) {
      return 0;
    }
    return agenda ? CompanyBlock.html(lines).length() : CompanyBlock.text(lines).length() + 2;
  }

  /**
   * The row with this description and block.
   *
   * @param text HTML of an agenda, else plain lines
   */
  CrmAppointment written(CrmAppointment row, String text, String lines) {
    if (agenda) {
      String block = lines.isEmpty() ? "" : CompanyBlock.html(lines);
      return row.with().agenda(text + block).build();
    }
    String gap = text.isEmpty() ? "" : text + "\n\n";
    String rest = lines.isEmpty() ? text : gap + CompanyBlock.text(lines);
    return row.with().title(TextRow.of(row.title()).withRest(rest).text()).build();
  }
}
