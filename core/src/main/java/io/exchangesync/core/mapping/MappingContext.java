package io.exchangesync.core.mapping;

import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.settings.MappingSettings;
import java.util.Objects;

/**
 * What a mapping needs to know beside the two items: whose diary, which lists and zones, which
 * settings.
 */
public record MappingContext(
    DiaryOwner owner,
    CrmReferenceData reference,
    CrmCapabilities capabilities,
    MappingSettings settings) {
  public MappingContext {
    Objects.requireNonNull(owner);
    Objects.requireNonNull(reference);
    Objects.requireNonNull(capabilities);
    Objects.requireNonNull(settings);
  }
}
