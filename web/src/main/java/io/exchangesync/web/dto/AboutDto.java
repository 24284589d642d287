package io.exchangesync.web.dto;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Versions and identity of this installation. */
public record AboutDto(
    @Schema(examples = "ExchangeSync for SuperOffice") String product,
    @Schema(examples = "1.0.0-SNAPSHOT") String version,
    @Schema(description = "Stands in every stamp") String installationId,
    String java,
    DatabaseDto database,
    @Schema(description = "Version of the sync tables", examples = "1") String syncTables) {

  /**
   * The database and what of SuperOffice's tables was found in it.
   *
   * @param level in plain words
   */
  public record DatabaseDto(
      String product,
      String level,
      boolean agenda,
      int textLength,
      int locationLength,
      boolean ownedExternally) {}
}
