package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Kind;
import org.junit.jupiter.api.Test;

/** A follow-up that moves between diary and to-do list leaves the one folder for the other. */
class KindChangeTest {

  @Test
  void anAppointmentThatBecomesAToDoLeavesTheCalendar() {
    World diary = new World(Kind.APPOINTMENT);
    int id = diary.crm.userCreates(World.row("Call Ann"));
    diary.run();
    diary.crm.userEdits(id, row -> row.type(CrmAppointment.TO_DO));
    assertThat(diary.run().counts()).containsEntry("DeleteInMailbox/NOT_A_DIARY_ROW", 1);
    assertThat(diary.box.items()).isEmpty();
    assertThat(diary.onlyRow().title()).isEqualTo("Call Ann");
    assertThat(diary.run().quiet()).isTrue();
  }

  @Test
  void anAppointmentThatBecomesAToDoIsATask() {
    World toDos = new World(Kind.TASK);
    int id = toDos.crm.userCreates(World.row("Call Ann"));
    assertThat(toDos.run().counts()).isEmpty();
    toDos.crm.userEdits(id, row -> row.type(CrmAppointment.TO_DO));
    assertThat(toDos.run().counts()).containsEntry("CreateInMailbox/NEW_IN_CRM", 1);
    assertThat(toDos.tasks.items()).hasSize(1);
  }

  @Test
  void aToDoThatBecomesAnAppointmentIsInTheCalendarAndNoTaskAnyMore() {
    World toDos = new World(Kind.TASK);
    int id = toDos.crm.userCreates(World.row("Call Ann").with().type(CrmAppointment.TO_DO).build());
    toDos.run();
    assertThat(toDos.tasks.items()).hasSize(1);
    toDos.crm.userEdits(id, row -> row.type(CrmAppointment.DIARY));
    assertThat(toDos.run().counts()).containsEntry("DeleteInMailbox/NOT_A_TO_DO", 1);
    assertThat(toDos.tasks.items()).isEmpty();

    World diary = new World(Kind.APPOINTMENT);
    int other =
        diary.crm.userCreates(World.row("Call Ann").with().type(CrmAppointment.TO_DO).build());
    assertThat(diary.run().counts()).isEmpty();
    diary.crm.userEdits(other, row -> row.type(CrmAppointment.DIARY));
    diary.run();
    assertThat(diary.onlyItem().subject()).isEqualTo("Call Ann");
  }

  @Test
  void anAppointmentThatBecameAToDoAndBackIsInTheCalendarAgain() {
    World diary = new World(Kind.APPOINTMENT);
    int id = diary.crm.userCreates(World.row("Call Ann"));
    diary.run();
    diary.crm.userEdits(id, row -> row.type(CrmAppointment.TO_DO));
    diary.run();
    diary.crm.userEdits(id, row -> row.type(CrmAppointment.DIARY));
    diary.run();
    assertThat(diary.onlyItem().subject()).isEqualTo("Call Ann");
    assertThat(diary.run().quiet()).isTrue();
  }
}
