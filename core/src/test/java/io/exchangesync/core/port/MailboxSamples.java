package io.exchangesync.core.port;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.When;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Appointments that the mailbox contract writes and reads. */
final class MailboxSamples {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private MailboxSamples() {}

  static When.Timed timed(String local, String zone, Duration length) {
    ZonedDateTime start = LocalDateTime.parse(local).atZone(ZoneId.of(zone));
    return new When.Timed(start.toInstant(), start.toInstant().plus(length), ZoneId.of(zone));
  }

  static When.Timed oneHour() {
    return timed("2026-05-12T09:00", "Europe/Berlin", Duration.ofHours(1));
  }

  static MailboxAppointment anAppointment(String subject) {
    return MailboxAppointment.blank(oneHour()).with().subject(subject).build();
  }

  static Stamp stamp(int recordId) {
    return new Stamp("inst-1", Kind.APPOINTMENT, 7, recordId, "link-" + recordId);
  }

  static MailboxAppointment stamped(String subject, int recordId) {
    return anAppointment(subject).with().stamp(Optional.of(stamp(recordId))).build();
  }

  static MailboxAppointment withEveryField() {
    return anAppointment("Besuch bei Øster & Söhne <Oslo>")
        .with()
        .body(new Body(Body.Format.TEXT, "first line\nsecond line, 5 > 4 & 3 < 4 \uD83D\uDE80"))
        .location("Raum \"Ærø\"")
        .reminderSet(true)
        .reminderMinutes(45)
        .busyStatus(BusyStatus.OUT_OF_OFFICE)
        .sensitivity(Sensitivity.PRIVATE)
        .categories(List.of("Besuch", "Rød kategori"))
        .importance(Importance.HIGH)
        .stamp(Optional.of(stamp(4711)))
        .references(new CrmReferences(11, 22, 33, 44))
        .build();
  }
}
