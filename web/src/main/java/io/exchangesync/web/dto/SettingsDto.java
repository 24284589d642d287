package io.exchangesync.web.dto;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The settings with their effective values.
 *
 * @param associateId whose they are; 0 = the system's
 * @param reapply after a change: what can be re-applied to what is linked already
 */
public record SettingsDto(
    @Schema(examples = "0") int associateId, List<Setting> settings, Optional<Reapply> reapply) {

  /**
   * A change that holds from now on and can be re-applied to what is linked already.
   *
   * @param mailboxes how many mailboxes it concerns
   * @param at where to POST to have it re-applied
   */
  public record Reapply(
      @Schema(examples = "[\"subject.format\"]") List<String> settings,
      @Schema(examples = "12") int mailboxes,
      @Schema(examples = "/settings/reapply") String at) {}

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
