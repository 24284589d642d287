package io.exchangesync.web.dto;

import io.exchangesync.core.model.Kind;
import jakarta.validation.constraints.*;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Links a SuperOffice user to a mailbox.
 *
 * @param kinds what is synchronized; appointments if nothing is said
 * @param connection number of the connection that reaches it; 1 if nothing is said
 * @param rank lower ranks are served first; 100 if nothing is said
 */
public record LinkMailboxRequest(
    @NotNull @Positive @Schema(examples = "7") Integer associateId,
    @NotBlank @Email @Size(max = 320) @Schema(examples = "anders.dahl@example.com") String address,
    Optional<@Size(min = 1) Set<@NotNull Kind>> kinds,
    @Schema(examples = "100") Optional<@Min(0) @Max(1000) Integer> rank,
    @Schema(examples = "1") Optional<@Positive Integer> connection) {}
