package io.exchangesync.ejb.crm.write;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.ejb.crm.CrmText;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values in the form SuperOffice's columns take: trimmed, cut, whole seconds (rules 26 and 27). */
final class Limits {
  private static final int SMALLINT = Short.MAX_VALUE;

  private final CrmCapabilities capabilities;
  private final boolean invitations;

  Limits(CrmCapabilities capabilities, boolean invitations) {
    this.capabilities = capabilities;
    this.invitations = invitations;
  }

  /** Whether table invitation exists (from 9.2). */
  boolean invitations() {
    return invitations;
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  boolean agendas() {
    return capabilities.agenda();
  }

  boolean ownedExternally() {
    return capabilities.ownedExternally();
  }

  String location(String text) {
    return CrmText.stored(text, capabilities.locationLength());
  }

  int alarm(int minutes) {
    return Math.max(0, Math.min(SMALLINT, minutes));
  }

  static LocalDateTime time(LocalDateTime wall) {
    return wall.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The date used for listing: the start while open, the completion once done (rule 36). */
  static LocalDateTime activeDate(CrmAppointment row) {
    return time(row.completed() ? row.done() : row.doBy());
  }

  /** Columns of a title row. */
  Map<String, Object> title(String title) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("text", CrmText.stored(title, capabilities.textLength()));
    return columns;
  }

  /** Columns of an agenda row: the HTML and its plain text. */
  Map<String, Object> agenda(String html) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("text", CrmText.stored(CrmText.asPlain(html), capabilities.textLength()));
    columns.put("html_text", CrmText.stored(html, 0));
    return columns;
  }

  static CrmRow textRow(int type, int owner, Map<String, Object> columns) {
    CrmRow row = CrmRow.empty().set("type", type).set("owner_id", owner);
    columns.forEach(row::set);
    return row;
  }
}
