package io.exchangesync.ejb.crm;

import static io.exchangesync.core.port.CrmSamples.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.CrmChanges;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.CrmTouch.Change;
import io.exchangesync.core.port.LogPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change log's corners: late rows, texts, agendas, documents, long pages. */
class ChangeFeedTest {
  private SqlCrmFixture crm;
  private int owner;

  @BeforeEach
  void onTheNewestLevel() {
    crm = new SqlCrmFixture(CrmTestDatabase.h2("12.2", "crm7"));
    owner = crm.associate();
  }

  @Test
  void aLogRowThatAppearsBehindThePositionIsStillTold() {
    int record = crm.userCreates(meeting(owner));
    LogPosition start = crm.gateway().logEnd();
    int early = crm.user().key("traveltransactionlog");
    crm.userCreates(meeting(crm.colleague()));
    CrmChanges first = take(start);
    assertThat(first.next().logId()).isGreaterThan(early);
    assertThat(first.touches()).noneMatch(each -> each.recordId() == record);

    crm.database()
        .execute(
            "INSERT INTO #.[traveltransactionlog] (traveltransactionlog_id, ttime, prev_record_id,"
                + " type, associate_id, tablenumber, record_id) VALUES ("
                + early
                + ", CURRENT_TIMESTAMP, 0, 4608, 1, 9, "
                + record
                + ")");
    assertThat(take(first.next()).touches())
        .containsExactly(new CrmTouch(Kind.APPOINTMENT, record, owner, Change.WRITTEN));
    assertThat(take(first.next()).touches()).isEmpty();
  }

  @Test
  void aChangedTextAgendaOrVisibilityIsAChangeOfItsFollowUp() {
    int record = crm.userCreates(meeting(owner).with().agenda("<p>Sak</p>").build());
    var keys = crm.read(record).keys();
    for (int[] row :
        new int[][] {{18, keys.textId()}, {18, keys.agendaTextId()}, {196, keys.visibleForId()}}) {
      LogPosition start = crm.gateway().logEnd();
      crm.user().log(4608, row[0], row[1], owner, 0);
      assertThat(take(start).touches())
          .containsExactly(new CrmTouch(Kind.APPOINTMENT, record, owner, Change.WRITTEN));
    }
  }

  @Test
  void textsOfOtherTablesAndDocumentsAreNoNews() {
    int document =
        crm.database()
            .number("SELECT MIN(appointment_id) FROM #.[appointment] WHERE document_id > 0");
    LogPosition start = crm.gateway().logEnd();
    crm.user().log(4608, 18, 99_999_999, owner, 0);
    crm.user().log(4608, 9, document, owner, 0);
    crm.user().log(4608, 11, 3, owner, 0);
    CrmChanges changes = take(start);
    assertThat(changes.touches()).isEmpty();
    assertThat(changes.next().logId()).isGreaterThan(start.logId());
  }

  @Test
  void anotherNodeStillTellsWhatThisOneTook() {
    LogPosition start = crm.gateway().logEnd();
    int record = crm.userCreates(meeting(owner));
    take(start);
    SqlCrmFixture other = new SqlCrmFixture(crm.database());
    assertThat(other.committed(() -> other.gateway().changesSince(start)).touches())
        .anyMatch(each -> each.recordId() == record);
  }

  private CrmChanges take(LogPosition position) {
    return crm.committed(() -> crm.gateway().changesSince(position));
  }
}
