package io.exchangesync.web.dto;

import jakarta.validation.constraints.*;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Settings to change; what is not named stays.
 *
 * @param values by key; null puts a setting back to what it inherits
 */
public record SettingsRequest(
    @NotNull @NotEmpty @Schema(examples = "{\"window.ahead\": \"180\", \"direction\": null}")
        Map<@NotBlank @Size(max = 100) String, @Size(max = 4000) String> values) {}
