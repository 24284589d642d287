package io.exchangesync.core.port;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * One row of a window listing, without its texts.
 *
 * @param recordId a series has one head under its {@link io.exchangesync.core.model.SeriesKey}
 * @param doBy planned start, wall time of the base zone
 * @param endDate planned end, wall time of the base zone
 * @param version as {@link io.exchangesync.core.model.CrmAppointment#version()}
 */
public record CrmHead(int recordId, LocalDateTime doBy, LocalDateTime endDate, String version) {
  public CrmHead {
    Objects.requireNonNull(doBy);
    Objects.requireNonNull(endDate);
    Objects.requireNonNull(version);
  }
}
