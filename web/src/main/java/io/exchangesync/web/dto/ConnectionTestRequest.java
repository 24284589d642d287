package io.exchangesync.web.dto;

import jakarta.validation.constraints.*;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to test.
 *
 * @param address a mailbox to open beside the service account's
 */
public record ConnectionTestRequest(
    @Schema(examples = "anders.dahl@example.com")
        Optional<@Size(min = 1, max = 320) @Email String> address) {}
