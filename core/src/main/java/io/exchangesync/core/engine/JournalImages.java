package io.exchangesync.core.engine;

import io.exchangesync.core.model.Link;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.port.JournalEntry;

/** What a decision replaces and what it writes, as the journal keeps it for explain and undo. */
final class JournalImages {
  private JournalImages() {}

  static String before(Decision decision) {
    if (decision instanceof Decision.DeleteInCrm delete) {
      return Images.of(delete.row());
    }
    if (decision instanceof Decision.DeleteInMailbox delete) {
      return Images.of(delete.item());
    }
    if (decision instanceof Decision.DeclineInCrm decline) {
      return sides(Images.difference(decline.row(), decline.after()), "", "");
    }
    if (decision instanceof Decision.DeleteComingInCrm coming) {
      return sides(Images.difference(coming.row(), coming.after()), "", "");
    }
    if (decision instanceof Decision.Align align) {
      return sides(
          Images.difference(align.crmBefore(), align.crmAfter()),
          Images.difference(align.mailboxBefore(), align.mailboxAfter()),
          align.lost().isEmpty() ? "" : Images.ofMap(align.lost()));
    }
    return "";
  }

  static String after(Decision decision) {
    if (decision instanceof Decision.CreateInMailbox create) {
      return Images.brief(create.item());
    }
    if (decision instanceof Decision.CreateInCrm create) {
      return Images.brief(create.row());
    }
    if (decision instanceof Decision.DeclineInCrm decline) {
      return sides(Images.difference(decline.after(), decline.row()), "", "");
    }
    if (decision instanceof Decision.DeleteComingInCrm coming) {
      return sides(Images.difference(coming.after(), coming.row()), "", "");
    }
    if (decision instanceof Decision.Align align) {
      return sides(
          Images.difference(align.crmAfter(), align.crmBefore()),
          Images.difference(align.mailboxAfter(), align.mailboxBefore()),
          "");
    }
    return "";
  }

  private static String sides(String crm, String mailbox, String lost) {
    StringBuilder json = new StringBuilder();
    append(json, "crm", crm);
    append(json, "mailbox", mailbox);
    append(json, "lost", lost);
    return json.isEmpty() ? "" : json.append('}').toString();
  }

  private static void append(StringBuilder json, String name, String value) {
    if (!value.isEmpty()) {
      json.append(json.isEmpty() ? "{" : ",").append('"').append(name).append("\":").append(value);
    }
  }

  /**
   * The entry of a write, with everything that went or was called off beside the record.
   *
   * @param rows JSON object; "" leaves the entry as it is
   */
  static JournalEntry withRows(JournalEntry entry, String rows) {
    if (rows.isEmpty()) {
      return entry;
    }
    String before = entry.before().isEmpty() ? "{}" : entry.before();
    String record = before.substring(0, before.length() - 1);
    String joint = record.equals("{") ? "" : ",";
    return new JournalEntry(
        entry.run(),
        entry.mailboxId(),
        entry.kind(),
        entry.linkKey(),
        entry.recordId(),
        entry.item(),
        entry.decision(),
        entry.reason(),
        record + joint + "\"rows\":" + rows + "}",
        entry.after(),
        entry.error(),
        entry.mails(),
        entry.confidential(),
        entry.at());
  }

  static JournalEntry withLink(JournalEntry entry, Link link) {
    return new JournalEntry(
        entry.run(),
        entry.mailboxId(),
        entry.kind(),
        link.key(),
        link.recordId(),
        link.item().map(item -> item.id()).or(entry::item),
        entry.decision(),
        entry.reason(),
        entry.before(),
        entry.after(),
        entry.error(),
        entry.mails(),
        entry.confidential(),
        entry.at());
  }
}
