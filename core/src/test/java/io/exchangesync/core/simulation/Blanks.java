package io.exchangesync.core.simulation;

import io.exchangesync.core.memory.MemoryCrmGateway;
import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmCompany;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.PersonReasons;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.model.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plain things that users begin with. */
final class Blanks {
  static final ZoneId OSLO = MemoryCrmGateway.BASE_ZONE;

  private Blanks() {}

  /** A diary row of an hour, wall time of the base zone. */
  static CrmAppointment row(int associate, LocalDateTime start, Instant now) {
    return new CrmAppointment(
        0,
        associate,
        1,
        associate,
        1,
        1,
        1,
        2,
        start,
        start,
        start.plusHours(1),
        CrmAppointment.NEVER,
        false,
        "",
        "",
        "",
        false,
        0,
        0,
        Visibility.EVERYONE,
        CrmReferences.NONE,
        CrmNames.NONE,
        0,
        CrmTies.NONE,
        CrmKeys.NONE,
        Optional.empty(),
        Optional.empty(),
        now,
        CrmAppointment.NEVER.toInstant(ZoneOffset.UTC),
        "");
  }

  static MailboxAppointment item(LocalDateTime start) {
    return MailboxAppointment.blank(timed(start, Duration.ofHours(1)));
  }

  static When.Timed timed(LocalDateTime start, Duration length) {
    Instant begins = start.atZone(OSLO).toInstant();
    return new When.Timed(begins, begins.plus(length), OSLO);
  }

  static Body text(String text) {
    return new Body(Body.Format.TEXT, text);
  }

  static CrmPerson person(int id, String lastName, int company) {
    return new CrmPerson(
        id,
        "Ms",
        "P" + id,
        "",
        lastName,
        "Buyer",
        Optional.empty(),
        Map.of(),
        List.of("p" + id + "@kunde.example"),
        PostalAddress.NONE,
        new CrmCompany(
            company, "Company " + company, "", "", "", PostalAddress.NONE, PostalAddress.NONE, ""),
        CrmPerson.Life.LIVE,
        PersonReasons.NONE,
        Instant.EPOCH,
        "");
  }
}
