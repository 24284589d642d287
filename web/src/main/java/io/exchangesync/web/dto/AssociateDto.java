package io.exchangesync.web.dto;

import io.exchangesync.core.port.Associate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A SuperOffice user or resource that has a diary.
 *
 * @param name initials
 * @param mailboxId the mailbox it is linked to
 */
public record AssociateDto(
    @Schema(examples = "7") int id,
    @Schema(examples = "ANDE") String name,
    @Schema(examples = "Anders Dahl") String fullName,
    Associate.Type type,
    @Schema(examples = "Sales") String group,
    @Schema(examples = "anders.dahl@example.com") String email,
    String company,
    Optional<Integer> mailboxId) {

  public static AssociateDto of(Associate associate, Optional<Integer> mailboxId) {
    return new AssociateDto(
        associate.id(),
        associate.name(),
        associate.fullName(),
        associate.type(),
        associate.group(),
        associate.email(),
        associate.company(),
        mailboxId);
  }
}
