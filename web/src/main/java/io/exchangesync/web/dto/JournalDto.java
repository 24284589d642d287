package io.exchangesync.web.dto;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.JournalEntry;
import io.exchangesync.web.json.Confidential;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that was done, or could not be done.
 *
 * @param run id of the job execution; absent outside a job
 * @param before what was replaced or deleted, as JSON text; {@code (private)} if it is kept from
 *     the reader
 * @param after what was written, likewise
 */
public record JournalDto(
    int id,
    Optional<Long> run,
    int mailboxId,
    Kind kind,
    Optional<Integer> link,
    Optional<Integer> recordId,
    Optional<String> itemId,
    @Schema(examples = "Align") String decision,
    @Schema(examples = "CHANGED_IN_CRM") String reason,
    String text,
    String before,
    String after,
    Optional<String> error,
    boolean confidential,
    Instant at) {

  /**
   * @param id key of the entry
   * @param reader what the reader may see
   */
  public static JournalDto of(int id, JournalEntry entry, Confidential reader) {
    return new JournalDto(
        id,
        entry.run() == 0 ? Optional.empty() : Optional.of(entry.run()),
        entry.mailboxId(),
        entry.kind(),
        Keys.known(entry.linkKey()),
        Keys.known(entry.recordId()),
        entry.item().map(ItemId::value),
        entry.decision(),
        entry.reason(),
        Reasons.text(entry.reason()),
        reader.show(entry.before(), entry.confidential()),
        reader.show(entry.after(), entry.confidential()),
        entry.error().map(text -> reader.show(text, entry.confidential())),
        entry.confidential(),
        entry.at());
  }
}
