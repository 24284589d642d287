package io.exchangesync.web.dto;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The settings with their effective values.
 *
 * @param associateId whose they are; 0 = the system's
 */
public record SettingsDto(@Schema(examples = "0") int associateId, List<Setting> settings) {

  /** Where an effective value comes from. */
  public enum Origin {
    DEFAULT,
    SYSTEM,
    ASSOCIATE
  }

  /** One setting. */
  public record Setting(
      @Schema(examples = "window.ahead") String key,
      @Schema(examples = "120") String value,
      Origin origin,
      String text,
      @Schema(examples = "a whole number from 0 to 3650") String allowed) {}
}
