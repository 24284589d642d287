package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.MailboxWrite;
import java.util.Optional;

/**
 * One decision turned into the writes it needs, one per side at most.
 *
 * @param stamp the stamp both halves will carry
 */
record Effect(
    Decided decided, Stamp stamp, Optional<MailboxWrite> mailbox, Optional<CrmWrite> crm) {

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

  static Effect createInMailbox(Decided decided, Decision.CreateInMailbox create, Stamp stamp) {
    MailboxItem item = create.item().withStamp(Optional.of(stamp));
    return new Effect(
        decided,
        stamp,
        Optional.of(new MailboxWrite.Create(item)),
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

  static Effect align(Decided decided, Decision.Align align, Stamp stamp) {
    boolean linked = live(decided.candidate()).isPresent();
    MailboxItem after =
        align.mailboxBefore().stamp().equals(Optional.of(stamp))
            ? align.mailboxAfter()
            : align.mailboxAfter().withStamp(Optional.of(stamp));
    Optional<MailboxWrite> mailbox =
        after.equals(align.mailboxBefore())
            ? Optional.empty()
            : Optional.of(new MailboxWrite.Update(align.mailboxBefore(), after));
    Optional<CrmWrite> crm =
        align.writesCrm()
            ? Optional.of(new CrmWrite.Update(align.crmBefore(), align.crmAfter()))
            : Optional.empty();
    if (!linked && crm.isEmpty()) {
      crm = Optional.of(new CrmWrite.PutStamp(align.crmBefore().recordId(), stamp));
    }
    return new Effect(decided, stamp, mailbox, crm);
  }

  static Effect deleteInMailbox(Decided decided, Decision.DeleteInMailbox delete, Stamp stamp) {
    return new Effect(
        decided,
        stamp,
        Optional.of(new MailboxWrite.Delete(delete.item().version())),
        Optional.empty());
  }

  static Effect deleteInCrm(Decided decided, Decision.DeleteInCrm delete, Stamp stamp) {
    return new Effect(
        decided, stamp, Optional.empty(), Optional.of(new CrmWrite.Delete(delete.row())));
  }

  static Effect nothing(Decided decided, Stamp stamp) {
    return new Effect(decided, stamp, Optional.empty(), Optional.empty());
  }
}
