package io.exchangesync.web.dto;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * For whom mailboxes are to be proposed.
 *
 * @param connection whose address book is searched; 1 if nothing is said
 * @param associates all who are not linked if nothing is said
 */
public record AutoLinkRequest(
    @Schema(examples = "1") Optional<@Positive Integer> connection,
    Optional<@Size(max = 1000) Set<@NotNull @Positive Integer>> associates) {}
