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
import java.util.Optional;

/** What a row that comes from the mailbox starts from (schema rules 8, 34 and 35). */
final class NewFollowUp {
  private static final int NOT_STARTED = 1;

  private final MappingContext context;

  NewFollowUp(MappingContext context) {
    this.context = context;
  }

  /** An empty open diary row of the owner at no time, visible to everybody; recordId 0. */
  CrmAppointment blank(boolean allDay) {
    MappingSettings settings = context.settings();
    int usual = type(FollowUpType.APPOINTMENT);
    int type = allDay && settings.typeAllDay() > 0 ? settings.typeAllDay() : usual;
    return blank(CrmAppointment.DIARY, type).with().allDay(allDay).build();
  }

  /** An empty open to-do of the owner that is due at no time (schema rule 37); recordId 0. */
  CrmAppointment blankToDo() {
    return blank(CrmAppointment.TO_DO, type(FollowUpType.TO_DO));
  }

  private CrmAppointment blank(int type, int taskId) {
    DiaryOwner owner = context.owner();
    int company = context.settings().companyDefault();
    return new CrmAppointment(
        0,
        owner.associateId(),
        owner.groupId(),
        owner.associateId(),
        type,
        NOT_STARTED,
        taskId,
        0,
        CrmAppointment.NEVER,
        CrmAppointment.NEVER,
        CrmAppointment.NEVER,
        CrmAppointment.NEVER,
        false,
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

  /** The type of the settings, else the first live one of this record type. */
  private int type(int recordType) {
    int first =
        context.reference().types().stream()
            .filter(type -> !type.retired() && type.recordType() == recordType)
            .map(FollowUpType::id)
            .findFirst()
            .orElse(0);
    return context.settings().typeDefault() > 0 ? context.settings().typeDefault() : first;
  }
}
