package io.exchangesync.web.dto;

import io.exchangesync.core.model.Kind;
import jakarta.validation.constraints.*;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of a linked mailbox is to be changed; what is absent stays.
 *
 * @param paused true pauses, false resumes
 */
public record MailboxPatch(
    @Schema(examples = "10") Optional<@Min(0) @Max(1000) Integer> rank,
    Optional<@Size(min = 1) Set<@NotNull Kind>> kinds,
    @Schema(examples = "true") Optional<Boolean> paused,
    Optional<@Size(min = 1, max = 320) @Email String> address,
    @Schema(description = "Moves it to another connection", examples = "2")
        Optional<@Positive Integer> connection) {

  /** The names and values that are given, for the audit. */
  public String told() {
    StringBuilder told = new StringBuilder();
    rank.ifPresent(value -> told.append("rank=").append(value).append(' '));
    kinds.ifPresent(value -> told.append("kinds=").append(value).append(' '));
    paused.ifPresent(value -> told.append("paused=").append(value).append(' '));
    address.ifPresent(value -> told.append("address=").append(value).append(' '));
    connection.ifPresent(value -> told.append("connection=").append(value).append(' '));
    return told.toString().trim();
  }
}
