package io.exchangesync.simulator.fields;

import static io.exchangesync.simulator.fields.Field.Access.READ_ONLY;
import static io.exchangesync.simulator.fields.Field.Access.WRITABLE;
import static io.exchangesync.simulator.fields.Field.Base.ALL;
import static io.exchangesync.simulator.fields.Field.Base.DEFAULT;
import static io.exchangesync.simulator.fields.Field.Type.BOOLEAN;
import static io.exchangesync.simulator.fields.Field.Type.DATE;
import static io.exchangesync.simulator.fields.Field.Type.DATE_TIME;
import static io.exchangesync.simulator.fields.Field.Type.DOUBLE;
import static io.exchangesync.simulator.fields.Field.Type.INTEGER;
import static io.exchangesync.simulator.fields.Field.Type.OPAQUE;
import static io.exchangesync.simulator.fields.Field.Type.STRING;
import static io.exchangesync.simulator.fields.Field.Type.STRINGS;

import io.exchangesync.simulator.soap.Version;
import java.util.List;

/** What tasks have beyond other items, in the order of the schema's TaskType. */
final class TaskFields {
  static final List<Field> OWN =
      List.of(
          field("task:ActualWork", INTEGER, WRITABLE, ALL),
          field("task:AssignedTime", DATE_TIME, READ_ONLY, ALL),
          field("task:BillingInformation", STRING, WRITABLE, ALL),
          field("task:ChangeCount", INTEGER, READ_ONLY, ALL),
          field("task:Companies", STRINGS, WRITABLE, ALL),
          field("task:CompleteDate", DATE, WRITABLE, ALL),
          field("task:Contacts", STRINGS, WRITABLE, ALL),
          field("task:DelegationState", STRING, READ_ONLY, ALL),
          field("task:Delegator", STRING, READ_ONLY, ALL),
          field("task:DueDate", DATE, WRITABLE, DEFAULT),
          field("task:IsAssignmentEditable", INTEGER, READ_ONLY, ALL),
          field("task:IsComplete", BOOLEAN, READ_ONLY, ALL),
          field("task:IsRecurring", BOOLEAN, READ_ONLY, ALL),
          field("task:IsTeamTask", BOOLEAN, READ_ONLY, ALL),
          field("task:Mileage", STRING, WRITABLE, ALL),
          field("task:Owner", STRING, READ_ONLY, ALL),
          field("task:PercentComplete", DOUBLE, WRITABLE, DEFAULT),
          field("task:Recurrence", OPAQUE, WRITABLE, ALL),
          field("task:StartDate", DATE, WRITABLE, DEFAULT),
          field("task:Status", STRING, WRITABLE, DEFAULT),
          field("task:StatusDescription", STRING, READ_ONLY, ALL),
          field("task:TotalWork", INTEGER, WRITABLE, ALL));

  private TaskFields() {}

  private static Field field(String uri, Field.Type type, Field.Access access, Field.Base base) {
    return new Field(uri, type, access, Version.EXCHANGE_2007, base);
  }
}
