package io.exchangesync.core.port;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Follow-ups and stamps for tests of the CRM side. */
public final class CrmSamples {
  /** The day the samples take place on, far from any other data. */
  public static final LocalDate DAY = LocalDate.of(2031, 5, 14);

  private CrmSamples() {}

  /** An open public meeting of one hour from ten o'clock on {@link #DAY}. */
  public static CrmAppointment meeting(int associateId) {
    return meetingAt(associateId, DAY.atTime(10, 0));
  }

  public static CrmAppointment meetingAt(int associateId, LocalDateTime start) {
    return new CrmAppointment(
        0,
        associateId,
        1,
        associateId,
        1,
        1,
        1,
        0,
        start,
        start,
        start.plusHours(1),
        CrmAppointment.NEVER,
        false,
        "Møte om bunnstrøk",
        "",
        "Kai 3",
        true,
        15,
        0,
        Visibility.EVERYONE,
        CrmReferences.NONE,
        CrmNames.NONE,
        0,
        CrmTies.NONE,
        CrmKeys.NONE,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        "");
  }

  public static Stamp stamp(int associateId, int recordId, String linkId) {
    return new Stamp("installation-1", Kind.APPOINTMENT, associateId, recordId, linkId);
  }
}
