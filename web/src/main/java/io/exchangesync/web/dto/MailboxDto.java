package io.exchangesync.web.dto;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Associate;
import io.exchangesync.ejb.admin.MailboxView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A linked user.
 *
 * @param stateText the state in plain words, with what to do
 * @param work one entry per kind
 * @param links links that are followed
 * @param openHolds what waits for a person
 */
public record MailboxDto(
    @Schema(examples = "3") int id,
    @Schema(examples = "7") int associateId,
    @Schema(examples = "Anders Dahl") Optional<String> associate,
    @Schema(examples = "anders.dahl@example.com") String address,
    Mailbox.BackEnd backEnd,
    Set<Kind> kinds,
    @Schema(description = "Lower ranks are served first", examples = "100") int rank,
    Mailbox.State state,
    @Schema(examples = "In step; changes follow within the interval.") String stateText,
    Optional<String> lastProblem,
    Instant linkedAt,
    List<KindWork> work,
    int links,
    int openHolds,
    @Schema(description = "Number of the connection that reaches it", examples = "1")
        int connection) {

  /**
   * How a kind stands.
   *
   * @param nextRun when it is due [UTC]
   * @param owner the worker that has it now
   * @param leaseUntil end of that worker's lease [UTC]
   * @param lastActivity when something was last written in the journal [UTC]
   */
  public record KindWork(
      Kind kind,
      Optional<Instant> lastActivity,
      Optional<Instant> nextRun,
      Optional<String> owner,
      Optional<Instant> leaseUntil,
      boolean fullListingDue) {}

  public static MailboxDto of(MailboxView view) {
    Mailbox mailbox = view.mailbox();
    return new MailboxDto(
        mailbox.id(),
        mailbox.associateId(),
        view.associate().map(Associate::fullName),
        mailbox.address(),
        mailbox.backEnd(),
        mailbox.kinds(),
        mailbox.rank(),
        mailbox.state(),
        text(mailbox.state()),
        mailbox.lastProblem(),
        mailbox.linkedAt(),
        view.work().stream().map(MailboxDto::work).toList(),
        view.links(),
        view.openHolds(),
        mailbox.connection());
  }

  private static KindWork work(MailboxView.Work work) {
    return new KindWork(
        work.kind(),
        work.lastActivity(),
        work.nextRun(),
        work.owner(),
        work.leaseUntil(),
        work.fullListingDue());
  }

  private static String text(Mailbox.State state) {
    return switch (state) {
      case FIRST_LINK -> "Linked; the first synchronization has not been completed.";
      case ACTIVE -> "In step; changes follow within the interval.";
      case PAUSED -> "Paused by an administrator; nothing is read or written.";
      case NEEDS_CONSENT -> "Exchange does not accept the sign-in; correct it in /connection.";
      case FAILED -> "Can't be worked on; lastProblem says why. It is tried again by itself.";
      case UNLINKED -> "Unlinked; its history is kept and it can be linked again.";
    };
  }
}
