package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.core.port.CrmReferenceData;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.FollowUpType;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.MappingSettings;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.MappingSettings.SubjectFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contexts, rows and items that the mapping tests start from. */
final class MappingSamples {
  static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  static final ZoneId LONDON = ZoneId.of("Europe/London");
  static final int MEETING = 3;
  static final int LUNCH = 4;

  static final CrmCapabilities AGENDA = new CrmCapabilities(true, 4000, 254, true);
  static final CrmCapabilities ONE_TEXT = new CrmCapabilities(false, 2047, 254, false);

  private MappingSamples() {}

  static MappingContext context(
      ZoneId base, ZoneId owner, CrmCapabilities capabilities, MappingSettings settings) {
    return new MappingContext(
        new DiaryOwner(12, "ann", 77, 5, owner, 41, LocalTime.of(8, 0), LocalTime.of(16, 0)),
        new CrmReferenceData(
            base,
            List.of(
                new FollowUpType(2, "Old meeting", 1, 1, true),
                new FollowUpType(MEETING, "Meeting", 2, 1, false),
                new FollowUpType(LUNCH, "Lunch", 3, 1, false),
                new FollowUpType(9, "Phone out", 4, 5, false)),
            List.of(31, 32, 33),
            Map.of(41, owner, 42, LONDON)),
        capabilities,
        settings);
  }

  static MappingContext oslo(MappingSettings settings) {
    return context(OSLO, OSLO, AGENDA, settings);
  }

  static AppointmentMapping mapping(MappingSettings settings) {
    return new AppointmentMapping(oslo(settings));
  }

  static AppointmentMapping mapping() {
    return mapping(settings(SubjectFormat.TEXT, ""));
  }

  static AppointmentMapping oneTextMapping() {
    return new AppointmentMapping(context(OSLO, OSLO, ONE_TEXT, settings(SubjectFormat.TEXT, "")));
  }

  static MappingSettings settings(SubjectFormat format, String template) {
    return settings(format, template, false, PrivateItems.FULL);
  }

  static MappingSettings settings(
      SubjectFormat format, String template, boolean lines, PrivateItems privateItems) {
    return new MappingSettings(
        format,
        template,
        Optional.of("SuperOffice Appointment"),
        0,
        0,
        false,
        0,
        lines,
        true,
        true,
        privateItems,
        ContactSettings.DEFAULTS);
  }

  static MappingSettings categories(Optional<String> fixed, boolean fromCategory) {
    return new MappingSettings(
        SubjectFormat.TEXT,
        "",
        fixed,
        0,
        LUNCH,
        fromCategory,
        500,
        false,
        true,
        true,
        PrivateItems.FULL,
        ContactSettings.DEFAULTS);
  }

  /** An open row of the owner, 10 to 11 o'clock base-zone time on 22 November 2026. */
  static CrmAppointment row() {
    LocalDateTime start = LocalDateTime.of(2026, 11, 22, 10, 0);
    return new NewFollowUp(oslo(MappingSettings.DEFAULTS))
        .blank(false)
        .with()
        .recordId(1000)
        .doBy(start)
        .activeDate(start)
        .endDate(start.plusHours(1))
        .title("Budget")
        .build();
  }

  static CrmAppointment rowOfAcme() {
    return row().with().names(new CrmNames("Acme", "Sales", "Ann Lee", "555 12")).build();
  }

  static MailboxAppointment item() {
    When when =
        new When.Timed(
            Instant.parse("2026-11-22T09:00:00Z"), Instant.parse("2026-11-22T10:00:00Z"), OSLO);
    return MailboxAppointment.blank(when).with().subject("Budget").build();
  }

  static Body html(String content) {
    return new Body(Body.Format.HTML, content);
  }

  static Body text(String content) {
    return new Body(Body.Format.TEXT, content);
  }
}
