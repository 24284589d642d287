package io.exchangesync.core.port;

import static io.exchangesync.core.port.CrmSamples.DAY;
import static io.exchangesync.core.port.CrmSamples.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.port.CrmOutcome.Written;
import io.exchangesync.core.port.CrmTouch.Change;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link CrmGateway} promises about to-dos. */
public abstract class ToDoContract {
  private static final Window WINDOW = new Window(DAY, DAY.plusDays(1));

  protected abstract CrmFixture crm();

  private CrmGateway gateway() {
    return crm().gateway();
  }

  @Test
  void theToDoListHoldsWhatIsOpenWhateverItsDateAndWhatIsCompletedInTheWindow() {
    int overdue = crm().userCreates(toDo(DAY.minusYears(1)));
    int far = crm().userCreates(toDo(DAY.plusYears(1)));
    int started = crm().userCreates(toDo(DAY).with().status(2).build());
    int doneInside = crm().userCreates(completed(toDo(DAY.minusYears(1)), DAY.plusDays(1)));
    int doneEarly = crm().userCreates(completed(toDo(DAY.plusDays(1)), DAY.minusYears(1)));
    int doneAround = crm().userCreates(completed(toDo(DAY.minusDays(9)), DAY.plusDays(9)));
    int doneBefore = crm().userCreates(completed(toDo(DAY.minusDays(9)), DAY.minusDays(2)));
    int doneAfter = crm().userCreates(completed(toDo(DAY.plusDays(9)), DAY.plusDays(5)));

    assertThat(listed(crm().associate()))
        .contains(overdue, far, started, doneInside, doneEarly, doneAround)
        .doesNotContain(doneBefore, doneAfter);
  }

  @Test
  void theToDoListHoldsToDosOnly() {
    int owner = crm().associate();
    int booking = crm().userCreates(toDo(DAY).with().type(7).status(5).build());
    int appointment = crm().userCreates(meeting(owner));
    int document =
        crm()
            .userCreates(
                toDo(DAY).with().ties(new CrmTies(77, 0, 0, 0, 0, false, 0, false)).build());
    int colleagues = crm().userCreates(toDo(DAY).with().associateId(crm().colleague()).build());

    assertThat(listed(owner)).contains(booking).doesNotContain(appointment, document, colleagues);
    assertThat(gateway().list(Kind.APPOINTMENT, owner, WINDOW).stream().map(CrmHead::recordId))
        .contains(appointment)
        .doesNotContain(booking);
  }

  @Test
  void theLogNamesToDosByTheirKind() {
    LogPosition position = gateway().logEnd();
    int record = crm().userCreates(toDo(DAY));
    crm().userEdits(record, row -> row.title("edited"));
    assertThat(gateway().changesSince(position).touches())
        .contains(new CrmTouch(Kind.TASK, record, crm().associate(), Change.WRITTEN))
        .noneMatch(touch -> touch.recordId() == record && touch.kind() != Kind.TASK);
  }

  @Test
  void aToDoIsWrittenCompletedReopenedAndDeleted() {
    CrmAppointment wrote =
        toDo(DAY).with().hasAlarm(true).alarmMinutes(30).priorityId(0).title("Ring Åse").build();
    int id = gateway().reserve(1).get(0);
    apply(new CrmWrite.Create(wrote.withRecordId(id), stamp(id)));
    CrmAppointment open = read(id);
    assertThat(open.type()).isEqualTo(CrmAppointment.TO_DO);
    assertThat(open.doBy()).isEqualTo(DAY.atTime(16, 0));
    assertThat(open.endDate()).isEqualTo(open.doBy());
    assertThat(open.activeDate()).isEqualTo(open.doBy());
    assertThat(open.done()).isEqualTo(CrmAppointment.NEVER);
    assertThat(open.hasAlarm()).isTrue();
    assertThat(gateway().stamps(Kind.TASK, crm().associate())).containsEntry(id, stamp(id));
    assertThat(gateway().stamps(Kind.APPOINTMENT, crm().associate())).doesNotContainKey(id);

    LocalDateTime done = DAY.atTime(9, 15);
    apply(new CrmWrite.Update(open, open.with().status(3).done(done).activeDate(done).build()));
    CrmAppointment completed = read(id);
    assertThat(completed.completed()).isTrue();
    assertThat(completed.done()).isEqualTo(done);
    assertThat(completed.activeDate()).isEqualTo(done);
    assertThat(completed.doBy()).isEqualTo(open.doBy());

    apply(
        new CrmWrite.Update(
            completed,
            completed
                .with()
                .status(2)
                .done(CrmAppointment.NEVER)
                .activeDate(completed.doBy())
                .build()));
    CrmAppointment reopened = read(id);
    assertThat(reopened.status()).isEqualTo(2);
    assertThat(reopened.done()).isEqualTo(CrmAppointment.NEVER);
    assertThat(reopened.activeDate()).isEqualTo(reopened.doBy());

    assertThat(crm().committed(() -> gateway().apply(List.of(new CrmWrite.Delete(reopened)))))
        .singleElement()
        .isInstanceOf(CrmOutcome.Deleted.class);
    assertThat(gateway().read(List.of(id))).isEmpty();
  }

  @Test
  void aBookingForTheToDoListAsksColleaguesThereAndIsAnsweredByThem() {
    int id = gateway().reserve(1).get(0);
    Participant colleague =
        new Participant(
            0,
            crm().colleague(),
            crm().personOf(crm().colleague()),
            CrmAppointment.TO_DO_BOOKING,
            5,
            "",
            "",
            false);
    CrmAppointment wrote =
        toDo(DAY).with().booking(Optional.of(new CrmBooking(List.of(colleague), ""))).build();
    apply(new CrmWrite.Create(wrote.withRecordId(id), stamp(id)));
    int row = read(id).booking().orElseThrow().participants().get(0).rowId();
    assertThat(listed(crm().colleague())).contains(row);

    CrmAppointment asked = read(row);
    assertThat(asked.type()).isEqualTo(CrmAppointment.TO_DO_BOOKING);
    apply(
        new CrmWrite.Update(
            asked, asked.with().type(CrmAppointment.TO_DO).status(1).title("mine").build()));
    assertThat(read(row).title()).isEqualTo(asked.title());

    CrmAppointment accepted = read(row);
    LocalDateTime done = DAY.atTime(9, 15);
    apply(
        new CrmWrite.Update(
            accepted, accepted.with().status(3).done(done).activeDate(done).build()));
    assertThat(read(row).completed()).isTrue();
    assertThat(read(id).completed()).isFalse();

    CrmAppointment master = read(id);
    LocalDateTime later = DAY.plusDays(1).atTime(16, 0);
    apply(
        new CrmWrite.Update(
            master, master.with().doBy(later).activeDate(later).endDate(later).build()));
    CrmAppointment again = read(row);
    assertThat(again.type()).isEqualTo(CrmAppointment.TO_DO_BOOKING);
    assertThat(again.status()).isEqualTo(6);
    assertThat(again.doBy()).isEqualTo(later);

    apply(new CrmWrite.Update(again, again.with().status(9).build()));
    assertThat(read(row).status()).isEqualTo(9);
    assertThat(read(id).status()).isEqualTo(1);
  }

  private void apply(CrmWrite write) {
    assertThat(crm().committed(() -> gateway().apply(List.of(write))))
        .singleElement()
        .isInstanceOf(Written.class);
  }

  private CrmAppointment read(int id) {
    return gateway().read(List.of(id)).get(id);
  }

  private Set<Integer> listed(int associate) {
    return gateway().list(Kind.TASK, associate, WINDOW).stream()
        .map(CrmHead::recordId)
        .collect(Collectors.toSet());
  }

  private CrmAppointment toDo(LocalDate due) {
    LocalDateTime doBy = due.atTime(16, 0);
    return meeting(crm().associate())
        .with()
        .type(CrmAppointment.TO_DO)
        .doBy(doBy)
        .activeDate(doBy)
        .endDate(doBy)
        .build();
  }

  private static CrmAppointment completed(CrmAppointment row, LocalDate day) {
    LocalDateTime done = day.atTime(12, 0);
    return row.with().status(3).done(done).activeDate(done).build();
  }

  private Stamp stamp(int recordId) {
    return new Stamp("installation-1", Kind.TASK, crm().associate(), recordId, "link-" + recordId);
  }
}
