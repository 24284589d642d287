package io.exchangesync.demo.db;

import java.time.LocalDateTime;
import java.util.Locale;

/**
 * Turns follow-ups into rows of appointment, text and VisibleFor with their log rows.
 *
 * <p>Invariant: every appointment row has one text row (children share their master's) and exactly
 * one VisibleFor row.
 */
final class FollowUpRows {
  private static final int APPOINTMENT = 9;
  private static final int TEXT = 18;
  private static final int VISIBLE_FOR = 196;
  private static final int APPOINTMENT_TEXT = 4;

  private final DemoContext demo;
  private final boolean agendas;

  FollowUpRows(DemoContext demo) {
    this.demo = demo;
    this.agendas = demo.rows().has("appointment", "agenda_text_id");
  }

  /** Adds the rows of one follow-up and returns its row in table appointment. */
  Row add(FollowUp each) {
    int owner = each.owner.associate();
    LocalDateTime done = each.completed() ? each.end.plusMinutes(20) : TableColumns.NEVER;
    Row row =
        demo.rows()
            .add("appointment")
            .set("contact_id", each.contact)
            .set("person_id", each.person)
            .set("associate_id", owner)
            .set("group_idx", each.owner.group())
            .set("invitedPersonId", each.owner.person())
            .set("task_idx", each.task.id())
            .set("priority_idx", each.priority)
            .set("type", each.type)
            .set("status", each.status)
            .set("private", each.visibility.ordinal())
            .set("do_by", each.start)
            .set("endDate", each.end)
            .set("done", done)
            .set("activeDate", each.completed() ? done : each.start)
            .set("alldayEvent", each.allDay ? 1 : 0)
            .set("freeBusy", each.free ? 1 : 0)
            .set("hasAlarm", each.alarmMinutes > 0 ? 1 : 0)
            .set("alarm", each.alarmMinutes)
            .set("location", each.location)
            .set("recurrenceRuleId", each.rule)
            .set("assignedBy", each.assignedBy)
            .set("preferredTZLocation", each.owner.zoneId())
            .registered(each.registered, each.assignedBy == 0 ? owner : each.assignedBy);
    demo.logInsert(APPOINTMENT, row.id(), each.registered, owner);
    if (each.document) {
      document(row, each);
    }
    text(row, each);
    visibleFor(row, each.visibility, each.owner, each.registered);
    return row;
  }

  /** A child row of a booking: another diary, the master's text, a VisibleFor row of its own. */
  Row child(Row master, FollowUp meeting, int associate, int group, int type, int status) {
    Row child =
        demo.rows()
            .add("appointment")
            .set("mother_id", master.id())
            .set("mother_associate_id", meeting.owner.associate())
            .set("text_id", master.value("text_id", 0))
            .set("agenda_text_id", master.value("agenda_text_id", 0))
            .set("associate_id", associate)
            .set("group_idx", group)
            .set("contact_id", meeting.contact)
            .set("person_id", meeting.person)
            .set("task_idx", meeting.task.id())
            .set("type", type)
            .set("status", status)
            .set("do_by", meeting.start)
            .set("activeDate", meeting.start)
            .set("endDate", meeting.end)
            .set("location", meeting.location)
            .set("done", TableColumns.NEVER)
            .registered(meeting.registered, meeting.owner.associate());
    demo.logInsert(APPOINTMENT, child.id(), meeting.registered, meeting.owner.associate());
    visibleFor(child, FollowUp.Visibility.ALL, meeting.owner, meeting.registered);
    return child;
  }

  private void document(Row row, FollowUp each) {
    int document =
        demo.rows()
            .add("document")
            .set("name", "brev-" + row.id() + ".docx")
            .set("header", each.title)
            .set("appointment_id", row.id())
            .registered(each.registered, each.owner.associate())
            .id();
    row.set("document_id", document);
  }

  private void text(Row row, FollowUp each) {
    String plain = String.join("\n", each.agenda);
    boolean split = agendas && !each.agenda.isEmpty();
    String title = agendas || plain.isEmpty() ? each.title : each.title + "\n" + plain;
    row.set("text_id", textRow(row, each, title).id());
    if (split) {
      row.set("agenda_text_id", textRow(row, each, plain).set("html_text", html(each)).id());
    }
  }

  private Row textRow(Row owner, FollowUp each, String text) {
    Row row =
        demo.rows()
            .add("text")
            .set("type", APPOINTMENT_TEXT)
            .set("owner_id", owner.id())
            .set("text", text)
            .set("lcid", lcid(each.owner.language()))
            .registered(each.registered, each.owner.associate());
    demo.logInsert(TEXT, row.id(), each.registered, each.owner.associate());
    return row;
  }

  private static String html(FollowUp each) {
    StringBuilder html = new StringBuilder("<ul>");
    for (String line : each.agenda) {
      html.append("<li>").append(line.replace("&", "&amp;").replace(">", "&gt;")).append("</li>");
    }
    return html.append("</ul>").toString();
  }

  private void visibleFor(
      Row row, FollowUp.Visibility visibility, Colleague owner, LocalDateTime registered) {
    Row visible =
        demo.rows()
            .add("VisibleFor")
            .set("tableId", APPOINTMENT)
            .set("recordId", row.id())
            .set("appointmentId", row.id())
            .set("forAll", visibility == FollowUp.Visibility.ALL ? 1 : 0)
            .set("forAssocId", visibility == FollowUp.Visibility.OWNER ? owner.associate() : 0)
            .set("forGroupId", visibility == FollowUp.Visibility.GROUP ? owner.group() : 0)
            .registered(registered, owner.associate());
    demo.logInsert(VISIBLE_FOR, visible.id(), registered, owner.associate());
  }

  private static int lcid(String language) {
    return switch (language.toLowerCase(Locale.ROOT)) {
      case "no" -> 1044;
      case "sv" -> 1053;
      case "da" -> 1030;
      case "de" -> 1031;
      case "nl" -> 1043;
      default -> 1033;
    };
  }
}
