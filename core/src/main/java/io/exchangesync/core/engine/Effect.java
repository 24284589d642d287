package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MailboxWrite.Mails;
import java.util.Optional;

/**
 * One decision turned into the writes it needs, one per side at most.
 *
 * @param stamp the stamp both halves will carry
 * @param reply what the mailbox's owner answers the organizer, behind the write to the mailbox
 */
record Effect(
    Decided decided,
    Stamp stamp,
    Optional<MailboxWrite> mailbox,
    Optional<Response> reply,
    Optional<CrmWrite> crm) {

  /** One without a reply to a meeting. */
  Effect(Decided decided, Stamp stamp, Optional<MailboxWrite> mailbox, Optional<CrmWrite> crm) {
    this(decided, stamp, mailbox, Optional.empty(), crm);
  }

  Candidate candidate() {
    return decided.candidate();
  }

  Decision decision() {
    return decided.decision();
  }

  /** The live link the decision is about. */
  static Optional<Link> live(Candidate candidate) {
    return candidate.link().filter(link -> link.state() == Link.State.LIVE);
  }

  static Effect createInMailbox(
      Decided decided, Decision.CreateInMailbox create, Stamp stamp, Mails mails) {
    MailboxItem item = create.item().withStamp(Optional.of(stamp));
    return new Effect(
        decided,
        stamp,
        Optional.of(new MailboxWrite.Create(item, mails)),
        Optional.of(new CrmWrite.PutStamp(create.row().recordId(), stamp)));
  }

  static Effect createInCrm(Decided decided, Decision.CreateInCrm create, Stamp stamp) {
    MailboxItem stamped = create.item().withStamp(Optional.of(stamp));
    CrmRecord row = create.row().withRecordId(stamp.recordId());
    return new Effect(
        decided,
        stamp,
        Optional.of(new MailboxWrite.Update(create.item(), stamped)),
        Optional.of(new CrmWrite.Create(row, stamp)));
  }

  static Effect align(Decided decided, Decision.Align align, Stamp stamp, Mails mails) {
    boolean linked = live(decided.candidate()).isPresent();
    MailboxItem after =
        align.mailboxBefore().stamp().equals(Optional.of(stamp))
            ? align.mailboxAfter()
            : align.mailboxAfter().withStamp(Optional.of(stamp));
    Optional<Response> reply = Replying.changed(align.mailboxBefore(), after);
    MailboxItem unanswered = Replying.unanswered(align.mailboxBefore(), after);
    Optional<MailboxWrite> mailbox =
        unanswered.equals(align.mailboxBefore())
            ? Optional.empty()
            : Optional.of(new MailboxWrite.Update(align.mailboxBefore(), unanswered, mails));
    Optional<CrmWrite> crm =
        align.writesCrm()
            ? Optional.of(new CrmWrite.Update(align.crmBefore(), align.crmAfter()))
            : Optional.empty();
    if (!linked && crm.isEmpty()) {
      crm = Optional.of(new CrmWrite.PutStamp(align.crmBefore().recordId(), stamp));
    }
    return new Effect(decided, stamp, mailbox, reply, crm);
  }

  static Effect deleteInMailbox(
      Decided decided, Decision.DeleteInMailbox delete, Stamp stamp, Mails mails) {
    MailboxWrite write =
        delete.reason() == Reason.DECLINED && Replying.attended(delete.item())
            ? new MailboxWrite.Reply(delete.item().version(), Response.DECLINED)
            : new MailboxWrite.Delete(delete.item().version(), mails);
    return new Effect(decided, stamp, Optional.of(write), Optional.empty());
  }

  static Effect deleteInCrm(Decided decided, Decision.DeleteInCrm delete, Stamp stamp) {
    return new Effect(
        decided, stamp, Optional.empty(), Optional.of(new CrmWrite.Delete(delete.row())));
  }

  static Effect updateInCrm(Decided decided, CrmRecord row, CrmRecord after, Stamp stamp) {
    return new Effect(
        decided, stamp, Optional.empty(), Optional.of(new CrmWrite.Update(row, after)));
  }

  static Effect nothing(Decided decided, Stamp stamp) {
    return new Effect(decided, stamp, Optional.empty(), Optional.empty());
  }
}
