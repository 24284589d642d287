package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.FollowUpType;
import io.exchangesync.core.settings.MappingSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a row that comes from the mailbox starts from (schema rules 8, 34 and 35). */
final class NewFollowUp {
  private static final int DIARY = 1;
  private static final int NOT_STARTED = 1;
  private static final int APPOINTMENT = 1;

  private final MappingContext context;

  NewFollowUp(MappingContext context) {
    this.context = context;
  }

  /** An empty open diary row of the owner at no time, visible to everybody; recordId 0. */
  CrmAppointment blank(boolean allDay) {
    DiaryOwner owner = context.owner();
    int company = context.settings().companyDefault();
    return new CrmAppointment(
        0,
        owner.associateId(),
        owner.groupId(),
        owner.associateId(),
        DIARY,
        NOT_STARTED,
        type(allDay),
        0,
        CrmAppointment.NEVER,
        CrmAppointment.NEVER,
        CrmAppointment.NEVER,
        CrmAppointment.NEVER,
        allDay,
        "",
        "",
        "",
        false,
        0,
        0,
        Visibility.EVERYONE,
        new CrmReferences(company, 0, 0, 0),
        CrmNames.NONE,
        owner.tzLocationId(),
        CrmTies.NONE,
        CrmKeys.NONE,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        "");
  }

  private int type(boolean allDay) {
    MappingSettings settings = context.settings();
    List<FollowUpType> live =
        context.reference().types().stream()
            .filter(type -> !type.retired() && type.recordType() == APPOINTMENT)
            .toList();
    int first = live.stream().map(FollowUpType::id).findFirst().orElse(0);
    int usual = settings.typeDefault() > 0 ? settings.typeDefault() : first;
    return allDay && settings.typeAllDay() > 0 ? settings.typeAllDay() : usual;
  }
}
