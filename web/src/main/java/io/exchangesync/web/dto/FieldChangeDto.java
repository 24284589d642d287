package io.exchangesync.web.dto;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One property that differs.
 *
 * @param now what the side says now; absent if the thing does not exist there yet
 * @param planned what it would say after the run
 */
public record FieldChangeDto(
    @Schema(examples = "location") String field,
    Optional<String> now,
    @Schema(examples = "Room 2") String planned) {}
