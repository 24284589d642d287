package io.exchangesync.web.dto;

import io.exchangesync.core.engine.Decided;
import io.exchangesync.core.model.*;
import io.exchangesync.core.plan.*;
import io.exchangesync.web.json.Confidential;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What would be done with one thing now, and why.
 *
 * @param text the reason in plain words
 * @param detail more about this case, if there is more
 * @param subject what it is about
 * @param start when it takes place or is due
 * @param crm what would change in SuperOffice
 * @param mailbox what would change in the mailbox
 */
public record DecisionDto(
    @Schema(examples = "CreateInMailbox") String decision,
    @Schema(examples = "NEW_IN_CRM") String reason,
    String text,
    Optional<String> detail,
    Optional<Integer> link,
    Optional<Integer> recordId,
    Optional<String> itemId,
    Optional<String> subject,
    Optional<String> start,
    List<FieldChangeDto> crm,
    List<FieldChangeDto> mailbox) {

  public static DecisionDto of(Decided decided, Confidential reader) {
    Candidate candidate = decided.candidate();
    Decision decision = decided.decision();
    boolean hidden = candidate.confidential();
    Changes changes = Changes.of(decision, hidden, reader);
    return new DecisionDto(
        decision.name(),
        decision.reason().name(),
        decision.reason().text(),
        detail(decision).map(text -> reader.show(text, hidden)),
        candidate.link().map(Link::key),
        Keys.known(candidate.recordId()),
        candidate.item().map(item -> item.id().value()),
        subject(candidate).map(text -> reader.show(text, hidden)),
        start(candidate),
        changes.crm(),
        changes.mailbox());
  }

  private static Optional<String> detail(Decision decision) {
    String detail =
        decision instanceof Decision.Skip skip
            ? skip.detail()
            : decision instanceof Decision.Hold hold ? hold.detail() : "";
    return detail.isEmpty() ? Optional.empty() : Optional.of(detail);
  }

  private static Optional<String> subject(Candidate candidate) {
    return candidate
        .crm()
        .content()
        .map(CrmRecord::title)
        .or(() -> candidate.mailbox().content().map(MailboxItem::subject));
  }

  private static Optional<String> start(Candidate candidate) {
    return candidate
        .mailbox()
        .content()
        .flatMap(DecisionDto::start)
        .or(() -> candidate.crm().content().flatMap(DecisionDto::start));
  }

  private static Optional<String> start(MailboxItem item) {
    if (item instanceof MailboxTask task) {
      return task.due().map(Changes::text);
    }
    return item instanceof MailboxAppointment appointment
        ? Optional.of(Changes.text(appointment.when()))
        : Optional.empty();
  }

  private static Optional<String> start(CrmRecord row) {
    return row instanceof CrmAppointment followUp
        ? Optional.of(followUp.doBy().toString())
        : Optional.empty();
  }
}
