package io.exchangesync.web.dto;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often one decision was made for one reason.
 *
 * @param text the reason in plain words
 */
public record CountDto(
    @Schema(examples = "CreateInMailbox") String decision,
    @Schema(examples = "NEW_IN_CRM") String reason,
    String text,
    @Schema(examples = "250") int count) {

  public static CountDto of(String decision, String reason, int count) {
    return new CountDto(decision, reason, Reasons.text(reason), count);
  }
}
