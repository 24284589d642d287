package io.exchangesync.core.mapping;

import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.series.Expansion;
import io.exchangesync.core.settings.MappingSettings;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a mapping needs to know beside the two items: whose diary, which lists and zones, which
 * settings.
 *
 * @param horizon last day to which endless series are written in SuperOffice, in the owner's zone
 */
public record MappingContext(
    DiaryOwner owner,
    CrmReferenceData reference,
    CrmCapabilities capabilities,
    MappingSettings settings,
    LocalDate horizon) {
  public MappingContext {
    Objects.requireNonNull(owner);
    Objects.requireNonNull(reference);
    Objects.requireNonNull(capabilities);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(horizon);
  }

  /** For kinds without series. */
  public MappingContext(
      DiaryOwner owner,
      CrmReferenceData reference,
      CrmCapabilities capabilities,
      MappingSettings settings) {
    this(owner, reference, capabilities, settings, Expansion.LAST_DAY);
  }
}
