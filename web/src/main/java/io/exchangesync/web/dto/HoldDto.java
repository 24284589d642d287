package io.exchangesync.web.dto;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.Hold;
import io.exchangesync.web.json.Confidential;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What waits for a person, and why. */
public record HoldDto(
    @Schema(examples = "5") int id,
    int mailboxId,
    Kind kind,
    Optional<Integer> link,
    Optional<Integer> recordId,
    Optional<String> itemId,
    @Schema(examples = "VISIBLEFOR_UNPROVED") String reason,
    String text,
    String detail,
    Hold.State state,
    Instant since) {

  /**
   * @param reader what the reader may see
   */
  public static HoldDto of(Hold hold, Confidential reader) {
    return of(hold, hold.confidential(), reader);
  }

  /**
   * @param confidential whether it is about something that is private by now
   */
  static HoldDto of(Hold hold, boolean confidential, Confidential reader) {
    return new HoldDto(
        hold.id(),
        hold.mailboxId(),
        hold.kind(),
        Keys.known(hold.linkKey()),
        Keys.known(hold.recordId()),
        hold.item().map(ItemId::value),
        hold.reason(),
        Reasons.text(hold.reason()),
        reader.show(hold.detail(), confidential),
        hold.state(),
        hold.since());
  }
}
