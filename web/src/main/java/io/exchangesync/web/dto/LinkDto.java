package io.exchangesync.web.dto;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One record and one item known to be the same thing.
 *
 * @param link key of the link
 * @param linkId random id that stands in the stamps of both sides
 * @param recordId appointment.appointment_id in SuperOffice
 */
public record LinkDto(
    @Schema(examples = "41") int link,
    String linkId,
    int mailboxId,
    Kind kind,
    @Schema(examples = "1201") int recordId,
    Optional<String> itemId,
    String uid,
    Link.State state) {

  public static LinkDto of(Link link) {
    return new LinkDto(
        link.key(),
        link.linkId(),
        link.mailboxId(),
        link.kind(),
        link.recordId(),
        link.item().map(item -> item.id().value()),
        link.uid(),
        link.state());
  }
}
