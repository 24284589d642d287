package io.exchangesync.core.port;

import static io.exchangesync.core.port.CrmSamples.DAY;
import static io.exchangesync.core.port.CrmSamples.meeting;
import static io.exchangesync.core.port.CrmSamples.meetingAt;
import static io.exchangesync.core.port.CrmSamples.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.model.Window;
import io.exchangesync.core.port.CrmOutcome.ChangedMeanwhile;
import io.exchangesync.core.port.CrmOutcome.Refused;
import io.exchangesync.core.port.CrmOutcome.Written;
import io.exchangesync.core.port.CrmTouch.Change;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link CrmGateway} promises. */
public abstract class CrmGatewayContract {
  private static final Window WINDOW = new Window(DAY, DAY.plusDays(1));

  protected abstract CrmFixture crm();

  private CrmGateway gateway() {
    return crm().gateway();
  }

  @Test
  void aRowIsReadAsTheUserWroteIt() {
    CrmAppointment wrote =
        meeting(crm().associate())
            .with()
            .freeBusy(1)
            .visibility(Visibility.OWNER)
            .location("Møterom 2")
            .build();
    CrmAppointment read = read(crm().userCreates(wrote));

    assertSameContent(read, wrote);
    assertThat(read.keys().textId()).isPositive();
    assertThat(read.keys().visibleForId()).isPositive();
  }

  @Test
  void aKeyThatDoesNotExistIsAbsentFromTheAnswer() {
    int record = crm().userCreates(meeting(crm().associate()));
    assertThat(gateway().read(List.of(record, record + 1_000_000))).containsOnlyKeys(record);
    assertThat(gateway().read(List.of())).isEmpty();
  }

  @Test
  void manyRowsAreReadAtOnce() {
    List<Integer> records =
        java.util.stream.IntStream.range(0, 70)
            .mapToObj(i -> crm().userCreates(meeting(crm().associate())))
            .toList();
    assertThat(gateway().read(records)).containsOnlyKeys(records);
  }

  @Test
  void anOwnerIsFoundAndAStrangerIsNot() {
    assertThat(gateway().owner(crm().associate()).map(DiaryOwner::associateId))
        .contains(crm().associate());
    assertThat(gateway().owner(987_654)).isEmpty();
  }

  @Test
  void aWindowHoldsWhateverOverlapsItsDays() {
    int owner = crm().associate();
    int inside = crm().userCreates(meeting(owner));
    int overnight = crm().userCreates(meetingAt(owner, DAY.minusDays(1).atTime(23, 30)));
    int lastMinute = crm().userCreates(meetingAt(owner, DAY.plusDays(1).atTime(23, 59)));
    int completed = crm().userCreates(completed(meeting(owner)));
    int dayBefore = crm().userCreates(meetingAt(owner, DAY.minusDays(1).atTime(23, 0)));
    int dayAfter = crm().userCreates(meetingAt(owner, DAY.plusDays(2).atStartOfDay()));
    int colleagues = crm().userCreates(meeting(crm().colleague()));

    assertThat(listed(owner))
        .contains(inside, overnight, lastMinute, completed)
        .doesNotContain(dayBefore, dayAfter, colleagues);
  }

  @Test
  void aWindowHoldsDiaryRowsOnly() {
    int owner = crm().associate();
    int invitation = crm().userCreates(meeting(owner).with().type(6).status(5).build());
    int todo = crm().userCreates(meeting(owner).with().type(2).build());
    int document =
        crm()
            .userCreates(
                meeting(owner).with().ties(new CrmTies(77, 0, 0, 0, 0, false, 0, false)).build());

    assertThat(listed(owner)).contains(invitation).doesNotContain(todo, document);
  }

  @Test
  void aListingTellsTheVersionThatReadingTells() {
    int record = crm().userCreates(meeting(crm().associate()));
    CrmHead head =
        gateway().list(Kind.APPOINTMENT, crm().associate(), WINDOW).stream()
            .filter(each -> each.recordId() == record)
            .findFirst()
            .orElseThrow();
    assertThat(head.version()).isEqualTo(read(record).version());
    assertThat(head.doBy()).isEqualTo(DAY.atTime(10, 0));
    assertThat(head.endDate()).isEqualTo(DAY.atTime(11, 0));
  }

  @Test
  void theVersionChangesWithAnEditAndOnlyThen() {
    int record = crm().userCreates(meeting(crm().associate()));
    String before = read(record).version();
    assertThat(read(record).version()).isEqualTo(before);

    crm().userEdits(record, row -> row.title("Ny tittel"));
    assertThat(read(record).version()).isNotEqualTo(before);
  }

  @Test
  void theLogTellsWhatUsersDid() {
    int owner = crm().associate();
    int edited = crm().userCreates(meeting(owner));
    int deleted = crm().userCreates(meeting(owner));
    LogPosition start = gateway().logEnd();

    int created = crm().userCreates(meeting(owner));
    crm().userEdits(edited, row -> row.title("Endret"));
    crm().userDeletes(deleted);
    CrmChanges changes = take(start);

    assertThat(changes.complete()).isTrue();
    assertThat(changes.touches())
        .contains(
            new CrmTouch(Kind.APPOINTMENT, created, owner, Change.WRITTEN),
            new CrmTouch(Kind.APPOINTMENT, edited, owner, Change.WRITTEN))
        .anyMatch(each -> each.recordId() == deleted && each.change() == Change.DELETED)
        .doesNotHaveDuplicates();
  }

  @Test
  void nothingNewIsNothingTold() {
    crm().userCreates(meeting(crm().associate()));
    LogPosition end = gateway().logEnd();
    assertThat(take(end).touches()).isEmpty();
    assertThat(take(end).next()).isEqualTo(end);
  }

  @Test
  void whatWasTakenIsNotToldAgain() {
    LogPosition start = gateway().logEnd();
    crm().userCreates(meeting(crm().associate()));
    CrmChanges first = take(start);
    assertThat(first.touches()).isNotEmpty();
    assertThat(take(first.next()).touches()).isEmpty();
  }

  @Test
  void whatWasTakenInATransactionThatFailedIsToldAgain() {
    LogPosition start = gateway().logEnd();
    int record = crm().userCreates(meeting(crm().associate()));
    crm().rolledBack(() -> assertThat(gateway().changesSince(start).touches()).isNotEmpty());

    assertThat(take(start).touches()).anyMatch(each -> each.recordId() == record);
  }

  @Test
  void aChangeOfOwnerIsToldToBoth() {
    int record = crm().userCreates(meeting(crm().associate()));
    LogPosition start = gateway().logEnd();
    crm().userEdits(record, row -> row.associateId(crm().colleague()));

    assertThat(take(start).touches())
        .contains(
            new CrmTouch(Kind.APPOINTMENT, record, crm().associate(), Change.WRITTEN),
            new CrmTouch(Kind.APPOINTMENT, record, crm().colleague(), Change.WRITTEN));
  }

  @Test
  void ourOwnWritesAreNoNews() {
    int record = crm().userCreates(meeting(crm().associate()));
    LogPosition start = gateway().logEnd();
    int created = create(meeting(crm().associate()), "own-1");
    apply(new CrmWrite.Update(read(record), read(record).with().location("Kai 4").build()));
    apply(new CrmWrite.Delete(read(created)));

    assertThat(take(start).touches()).isEmpty();
  }

  @Test
  void reservedKeysAreAllDifferent() {
    List<Integer> first = gateway().reserve(5);
    List<Integer> second = gateway().reserve(5);
    assertThat(first).hasSize(5).doesNotHaveDuplicates().doesNotContainAnyElementsOf(second);
    assertThat(gateway().reserve(0)).isEmpty();
  }

  @Test
  void aCreatedRowReadsAsItWasGiven() {
    CrmAppointment given =
        meeting(crm().associate())
            .with()
            .title("Besprechung Größe")
            .alarmMinutes(30)
            .freeBusy(1)
            .visibility(Visibility.OWNER)
            .build();
    int record = gateway().reserve(1).get(0);
    CrmWrite create =
        new CrmWrite.Create(
            given.with().recordId(record).build(), stamp(crm().associate(), record, "c-1"));
    Written written = (Written) apply(create);

    CrmAppointment read = read(record);
    assertSameContent(read, given);
    assertThat(written.version()).isEqualTo(read.version());
    assertThat(written.keys()).isEqualTo(read.keys());
    assertThat(read.registeredAssociateId()).isEqualTo(crm().associate());
    assertThat(gateway().stamps(Kind.APPOINTMENT, crm().associate()))
        .containsEntry(record, stamp(crm().associate(), record, "c-1"));
    assertThat(listed(crm().associate())).contains(record);
  }

  @Test
  void anAgendaIsKeptWhereTheLevelHasOne() {
    String html = "<p>Punkt 1 &amp; 2</p>";
    int record = create(meeting(crm().associate()).with().agenda(html).build(), "agenda");
    boolean agendas = gateway().capabilities().agenda();
    assertThat(read(record).agenda()).isEqualTo(agendas ? html : "");

    CrmAppointment before = read(record);
    apply(new CrmWrite.Update(before, before.with().agenda("<p>Punkt 3</p>").build()));
    assertThat(read(record).agenda()).isEqualTo(agendas ? "<p>Punkt 3</p>" : "");
  }

  @Test
  void aFailedTransactionLeavesNothing() {
    int record = gateway().reserve(1).get(0);
    crm()
        .rolledBack(
            () ->
                gateway()
                    .apply(
                        List.of(
                            new CrmWrite.Create(
                                meeting(crm().associate()).with().recordId(record).build(),
                                stamp(crm().associate(), record, "gone")))));
    assertThat(gateway().read(List.of(record))).isEmpty();
    assertThat(gateway().stamps(Kind.APPOINTMENT, crm().associate())).doesNotContainKey(record);
  }

  @Test
  void anUpdateWritesWhatDiffersAndKeepsTheRest() {
    int record = crm().userCreates(meeting(crm().associate()));
    CrmAppointment before = read(record);
    CrmAppointment after =
        before
            .with()
            .title("Flyttet møte")
            .doBy(DAY.atTime(12, 0))
            .activeDate(DAY.atTime(12, 0))
            .endDate(DAY.atTime(13, 30))
            .visibility(Visibility.OWNER)
            .hasAlarm(false)
            .build();
    Written written = (Written) apply(new CrmWrite.Update(before, after));

    CrmAppointment read = read(record);
    assertSameContent(read, after);
    assertThat(read.version()).isEqualTo(written.version()).isNotEqualTo(before.version());
    assertThat(read.keys()).isEqualTo(before.keys());
    assertThat(read.registered()).isEqualTo(before.registered());
  }

  @Test
  void anUpdateNeverOverwritesWhatAUserWroteMeanwhile() {
    int record = crm().userCreates(meeting(crm().associate()));
    CrmAppointment before = read(record);
    crm().userEdits(record, row -> row.title("Brukerens tittel"));
    CrmAppointment users = read(record);

    assertThat(apply(new CrmWrite.Update(before, before.with().title("Vår tittel").build())))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(apply(new CrmWrite.Update(before, before.with().location("Vårt sted").build())))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(read(record)).isEqualTo(users);
  }

  @Test
  void anUpdateOfADeletedRowIsTold() {
    int record = crm().userCreates(meeting(crm().associate()));
    CrmAppointment before = read(record);
    crm().userDeletes(record);
    assertThat(apply(new CrmWrite.Update(before, before.with().title("For sent").build())))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void aDeletedRowIsGoneWithItsStamp() {
    int record = create(meeting(crm().associate()), "to-delete");
    assertThat(apply(new CrmWrite.Delete(read(record)))).isInstanceOf(CrmOutcome.Deleted.class);
    assertThat(gateway().read(List.of(record))).isEmpty();
    assertThat(gateway().stamps(Kind.APPOINTMENT, crm().associate())).doesNotContainKey(record);
  }

  @Test
  void aRowAUserChangedMeanwhileIsNotDeleted() {
    int record = crm().userCreates(meeting(crm().associate()));
    CrmAppointment before = read(record);
    crm().userEdits(record, row -> row.location("Nytt sted"));
    assertThat(apply(new CrmWrite.Delete(before))).isInstanceOf(ChangedMeanwhile.class);
    assertThat(gateway().read(List.of(record))).isNotEmpty();
  }

  @Test
  void aRowThatOthersReferToIsNotDeleted() {
    CrmTies linked = new CrmTies(0, 0, 0, 0, 2, false, 0, false);
    CrmTies milestone = new CrmTies(0, 0, 0, 0, 0, true, 0, false);
    for (CrmTies ties : List.of(linked, milestone)) {
      int record = crm().userCreates(meeting(crm().associate()).with().ties(ties).build());
      assertThat(apply(new CrmWrite.Delete(read(record)))).isInstanceOf(Refused.class);
      assertThat(gateway().read(List.of(record))).isNotEmpty();
    }
  }

  @Test
  void aUsersRowCanBeStampedAndStampedAnew() {
    int owner = crm().associate();
    int record = crm().userCreates(meeting(owner));
    String version = read(record).version();
    Written written = (Written) apply(new CrmWrite.PutStamp(record, stamp(owner, record, "first")));
    assertThat(written.version()).isEqualTo(version);
    assertThat(gateway().stamps(Kind.APPOINTMENT, owner))
        .containsEntry(record, stamp(owner, record, "first"));

    Stamp second = stamp(owner, record, "second");
    apply(new CrmWrite.PutStamp(record, second));
    assertThat(gateway().stamps(Kind.APPOINTMENT, owner)).containsEntry(record, second);
  }

  @Test
  void outcomesHaveTheOrderOfTheWrites() {
    int owner = crm().associate();
    List<Integer> users =
        List.of(crm().userCreates(meeting(owner)), crm().userCreates(meeting(owner)));
    CrmAppointment stale = read(users.get(0));
    crm().userEdits(users.get(0), row -> row.title("Endret"));
    int created = gateway().reserve(1).get(0);
    List<CrmWrite> writes =
        List.of(
            new CrmWrite.Create(
                meeting(owner).with().recordId(created).build(), stamp(owner, created, "o-1")),
            new CrmWrite.Update(stale, edited(stale, row -> row.title("Vår"))),
            new CrmWrite.PutStamp(users.get(1), stamp(owner, users.get(1), "o-2")));
    List<CrmOutcome> outcomes = crm().committed(() -> gateway().apply(writes));

    assertThat(outcomes.get(0)).isInstanceOf(Written.class);
    assertThat(outcomes.get(1)).isInstanceOf(ChangedMeanwhile.class);
    assertThat(outcomes.get(2)).isInstanceOf(Written.class);
    assertThat(((Written) outcomes.get(0)).version()).isEqualTo(read(created).version());
    assertThat(crm().committed(() -> gateway().apply(List.of()))).isEmpty();
  }

  private CrmAppointment read(int record) {
    return gateway().read(List.of(record)).get(record);
  }

  private CrmChanges take(LogPosition position) {
    return crm().committed(() -> gateway().changesSince(position));
  }

  private CrmOutcome apply(CrmWrite write) {
    return crm().committed(() -> gateway().apply(List.of(write))).get(0);
  }

  private int create(CrmAppointment value, String linkId) {
    int record = gateway().reserve(1).get(0);
    apply(
        new CrmWrite.Create(
            value.with().recordId(record).build(), stamp(value.associateId(), record, linkId)));
    return record;
  }

  private Set<Integer> listed(int associate) {
    return gateway().list(Kind.APPOINTMENT, associate, WINDOW).stream()
        .map(CrmHead::recordId)
        .collect(Collectors.toSet());
  }

  private static CrmAppointment edited(
      CrmAppointment row, UnaryOperator<CrmAppointmentBuilder> edit) {
    return edit.apply(row.with()).build();
  }

  private static CrmAppointment completed(CrmAppointment row) {
    return row.with()
        .status(3)
        .done(DAY.plusDays(40).atTime(9, 0))
        .activeDate(DAY.plusDays(40).atTime(9, 0))
        .build();
  }

  private static void assertSameContent(CrmAppointment read, CrmAppointment expected) {
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields(
            "recordId",
            "groupId",
            "registeredAssociateId",
            "names",
            "keys",
            "registered",
            "updated",
            "version",
            "ties")
        .isEqualTo(expected);
  }
}
