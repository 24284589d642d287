package io.exchangesync.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTask.Occurrence;
import io.exchangesync.core.model.MailboxTask.Status;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.TaskSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** GetPut and PutGet of both sides of a to-do, for every field, level, zone and setting. */
class TaskMappingLawsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Provide
  Arbitrary<MappingContext> contexts() {
    return MappingArbitraries.contexts();
  }

  @Provide
  Arbitrary<TaskSettings> settings() {
    return Combinators.combine(
            Arbitraries.of(Optional.of("SuperOffice Task"), Optional.<String>empty()),
            Arbitraries.of(0, 9))
        .as(TaskSettings::new);
  }

  @Provide
  Arbitrary<CrmAppointment> toDos() {
    Arbitrary<LocalDateTime> walls = MappingArbitraries.walls();
    return Combinators.combine(
            MappingArbitraries.rows(), walls, walls, Arbitraries.of(1, 2, 3, 11, 12))
        .as(
            (row, due, done, status) ->
                row.with()
                    .type(CrmAppointment.TO_DO)
                    .allDay(false)
                    .doBy(due)
                    .endDate(due)
                    .status(status)
                    .done(status == 3 ? done : CrmAppointment.NEVER)
                    .activeDate(status == 3 ? done : due)
                    .build());
  }

  @Provide
  Arbitrary<MailboxTask> tasks() {
    Arbitrary<Optional<LocalDate>> days =
        MappingArbitraries.walls().map(LocalDateTime::toLocalDate).optional();
    Arbitrary<Optional<Instant>> reminders =
        Arbitraries.longs()
            .between(1_700_000_000L, 1_900_000_000L)
            .map(Instant::ofEpochSecond)
            .optional();
    return Combinators.combine(
            MappingArbitraries.items(),
            days,
            MappingArbitraries.walls().map(LocalDateTime::toLocalDate),
            Arbitraries.of(Status.class),
            reminders,
            Arbitraries.of(Occurrence.class))
        .as(TaskMappingLawsTest::task);
  }

  private static MailboxTask task(
      MailboxAppointment item,
      Optional<LocalDate> due,
      LocalDate done,
      Status status,
      Optional<Instant> reminder,
      Occurrence occurrence) {
    var task =
        MailboxTask.BLANK
            .with()
            .subject(item.subject())
            .body(item.body())
            .sensitivity(item.sensitivity())
            .categories(item.categories())
            .importance(item.importance())
            .references(item.references())
            .due(due)
            .reminder(reminder)
            .occurrence(occurrence);
    return (status == Status.COMPLETED ? task.completed(done) : task.open(status)).build();
  }

  @Property(seed = "20261122", tries = 400)
  void whatAToDoReadsWrittenBackChangesNothing(
      @ForAll("contexts") MappingContext context,
      @ForAll("settings") TaskSettings settings,
      @ForAll("toDos") CrmAppointment row) {
    TaskMapping mapping = new TaskMapping(context, settings, TODAY);
    assertThat(mapping.putCrm(mapping.readCrm(row), row)).isEqualTo(row);
  }

  @Property(seed = "20261122", tries = 400)
  void whatATaskReadsWrittenBackChangesNothing(
      @ForAll("contexts") MappingContext context,
      @ForAll("settings") TaskSettings settings,
      @ForAll("tasks") MailboxTask task,
      @ForAll("toDos") CrmAppointment row) {
    TaskMapping mapping = new TaskMapping(context, settings, TODAY);
    assertThat(mapping.putMailbox(mapping.readMailbox(task, Optional.empty()), task))
        .isEqualTo(task);
    Optional<Base> base =
        Optional.of(new Base(mapping.readCrm(row), FieldValues.none(), mapping.version()));
    assertThat(mapping.putMailbox(mapping.readMailbox(task, base), task, base)).isEqualTo(task);
  }

  @Property(seed = "20261122", tries = 400)
  void aTaskReadsWhatWasWrittenFromAToDo(
      @ForAll("contexts") MappingContext context,
      @ForAll("settings") TaskSettings settings,
      @ForAll("toDos") CrmAppointment row,
      @ForAll("tasks") MailboxTask task) {
    TaskMapping mapping = new TaskMapping(context, settings, TODAY);
    FieldValues wanted = mapping.readCrm(row);
    MailboxTask written = putMailbox(mapping, wanted, task);
    FieldValues read = mapping.readMailbox(written, Optional.empty());
    for (Field field :
        new Field[] {Field.DUE, Field.STATUS, Field.REMINDER, Field.PRIVACY, Field.IMPORTANCE}) {
      assertThat(read.get(field)).as(field.name()).isEqualTo(wanted.get(field));
    }
    assertThat(written.occurrence()).isEqualTo(task.occurrence());
  }

  @Property(seed = "20261122", tries = 400)
  void aToDoReadsWhatWasWrittenFromATask(
      @ForAll("contexts") MappingContext context,
      @ForAll("settings") TaskSettings settings,
      @ForAll("tasks") MailboxTask task,
      @ForAll("toDos") CrmAppointment row) {
    TaskMapping mapping = new TaskMapping(context, settings, TODAY);
    FieldValues wanted = mapping.readMailbox(task, Optional.empty());
    CrmAppointment written = putCrm(mapping, wanted, row);
    FieldValues read = mapping.readCrm(written);
    if (task.due().isPresent()) {
      assertThat(read.get(Field.DUE)).isEqualTo(wanted.get(Field.DUE));
    } else {
      assertThat(written.doBy()).as("a due date is never taken away").isEqualTo(row.doBy());
    }
    boolean assigned = row.status() > 3;
    if (!assigned) {
      assertThat(read.get(Field.STATUS)).isEqualTo(wanted.get(Field.STATUS));
      assertThat(written.activeDate())
          .as("activeDate")
          .isEqualTo(written.completed() ? written.done() : written.doBy());
    }
    assertThat(read.get(Field.IMPORTANCE)).isEqualTo(wanted.get(Field.IMPORTANCE));
    assertThat(putCrm(mapping, wanted, written).doBy())
        .as("a second write moves nothing")
        .isEqualTo(written.doBy());
  }

  @Property(seed = "20261122", tries = 200)
  void aNewToDoReadsLikeTheTaskItWasMadeFrom(
      @ForAll("contexts") MappingContext context,
      @ForAll("settings") TaskSettings settings,
      @ForAll("tasks") MailboxTask task) {
    TaskMapping mapping = new TaskMapping(context, settings, TODAY);
    FieldValues wanted = mapping.readMailbox(task, Optional.empty());
    CrmAppointment made = newCrm(mapping, wanted);
    FieldValues read = mapping.readCrm(made);
    assertThat(made.type()).isEqualTo(CrmAppointment.TO_DO);
    assertThat(read.get(Field.SUBJECT)).isEqualTo(wanted.get(Field.SUBJECT));
    assertThat(read.get(Field.STATUS)).isEqualTo(wanted.get(Field.STATUS));
    assertThat(read.get(Field.DUE)).contains(task.due().orElse(TODAY).toString());
    assertThat(made.endDate()).isEqualTo(made.doBy());
  }

  @Property(seed = "20261122", tries = 200)
  void aNewTaskReadsLikeTheToDoItWasMadeFrom(
      @ForAll("contexts") MappingContext context,
      @ForAll("settings") TaskSettings settings,
      @ForAll("toDos") CrmAppointment row) {
    TaskMapping mapping = new TaskMapping(context, settings, TODAY);
    FieldValues wanted = mapping.readCrm(row);
    MailboxTask made = MailboxTask.BLANK;
    try {
      made = mapping.newMailbox(wanted, row);
    } catch (UnmappableException outOfRange) {
      Assume.that(false);
    }
    Optional<Base> base = Optional.of(new Base(wanted, FieldValues.none(), mapping.version()));
    FieldValues read = mapping.readMailbox(made, base);
    assertThat(read.get(Field.DUE)).isEqualTo(wanted.get(Field.DUE));
    assertThat(read.get(Field.STATUS)).isEqualTo(wanted.get(Field.STATUS));
    assertThat(read.get(Field.BODY)).isEqualTo(wanted.get(Field.BODY));
    assertThat(read.get(Field.DECORATION)).isEqualTo(wanted.get(Field.DECORATION));
    boolean curtain =
        context.settings().privateItems() == PrivateItems.TIME_ONLY && row.confidential();
    if (curtain) {
      assertThat(made.subject()).isEqualTo("Private task");
      assertThat(made.body().content()).isEmpty();
    }
  }

  private static MailboxTask putMailbox(TaskMapping mapping, FieldValues wanted, MailboxTask task) {
    try {
      return mapping.putMailbox(wanted, task);
    } catch (UnmappableException outOfRange) {
      Assume.that(false);
      return task;
    }
  }

  private static CrmAppointment putCrm(
      TaskMapping mapping, FieldValues wanted, CrmAppointment row) {
    try {
      return mapping.putCrm(wanted, row);
    } catch (UnmappableException outOfRange) {
      Assume.that(false);
      return row;
    }
  }

  private static CrmAppointment newCrm(TaskMapping mapping, FieldValues wanted) {
    try {
      return mapping.newCrm(wanted);
    } catch (UnmappableException outOfRange) {
      Assume.that(false);
      throw outOfRange;
    }
  }
}
