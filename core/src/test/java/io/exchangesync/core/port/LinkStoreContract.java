package io.exchangesync.core.port;

import static io.exchangesync.core.port.StoreFixtures.KIND;
import static io.exchangesync.core.port.StoreFixtures.aLink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LinkStore} promises. */
public abstract class LinkStoreContract {

  protected abstract LinkStore links();

  @Test
  void aSavedLinkIsReadBackAsItWas() {
    Link saved = save(aLink(1, 100, "item"));

    assertThat(saved.key()).isPositive();
    assertThat(links().byKey(saved.key())).contains(saved);
  }

  @Test
  void linksAreFoundByRecordItemAndLinkId() {
    Link one = save(aLink(1, 100, "item-a"));
    Link two = save(aLink(1, 101, "item-b"));
    save(aLink(2, 102, "item-c"));

    assertThat(links().byRecords(1, KIND, List.of(100, 101, 102)))
        .containsExactlyInAnyOrder(one, two);
    assertThat(links().byItems(1, KIND, List.of(new ItemId("item-b"), new ItemId("item-c"))))
        .containsExactly(two);
    assertThat(links().byLinkIds(List.of(one.linkId(), "unknown"))).containsExactly(one);
    assertThat(links().byRecords(1, Kind.TASK, List.of(100))).isEmpty();
  }

  @Test
  void lookingForNothingFindsNothing() {
    save(aLink(1, 100, "item"));

    assertThat(links().byRecords(1, KIND, List.of())).isEmpty();
    assertThat(links().byItems(1, KIND, List.of())).isEmpty();
    assertThat(links().byLinkIds(List.of())).isEmpty();
    assertThat(links().liveByRecords(KIND, List.of())).isEmpty();
  }

  @Test
  void itemAndLinkIdsAreCaseSensitive() {
    Link lower = save(aLink(1, 100, "AAMkAGabc="));
    Link upper = save(aLink(1, 101, "AAMkAGABC="));

    assertThat(links().byItems(1, KIND, List.of(new ItemId("AAMkAGabc=")))).containsExactly(lower);
    assertThat(links().byItems(1, KIND, List.of(new ItemId("AAMkAGABC=")))).containsExactly(upper);
    assertThat(links().byLinkIds(List.of(lower.linkId().toUpperCase(java.util.Locale.ROOT))))
        .isEmpty();
  }

  @Test
  void aSeriesIsFoundByEachOfItsDates() {
    Link series = save(aSeries(-7, "series", List.of(11, 12, 13)));
    save(aLink(1, 14, "other"));

    assertThat(links().byKey(series.key())).contains(series);
    assertThat(links().liveByRecords(KIND, List.of(12, 13))).containsExactly(series);
    Link shorter = save(series.withRecord(-7, "v2", new CrmKeys(0, 0, 0, List.of(11))));
    assertThat(links().byKey(series.key())).contains(shorter);
    assertThat(links().liveByRecords(KIND, List.of(12, 13))).isEmpty();
    assertThat(links().liveByRecords(KIND, List.of(-7, 11))).containsExactly(shorter);
  }

  private static Link aSeries(int recordId, String item, List<Integer> dates) {
    return aLink(1, recordId, item).withRecord(recordId, "v1", new CrmKeys(0, 0, 0, dates));
  }

  @Test
  void anUpdateReplacesTheLinkUnderItsKey() {
    Link saved = save(aLink(1, 100, "item"));

    Link changed =
        save(
            saved
                .withItem(new ItemVersion(new ItemId("other"), "ck2"))
                .withRecord(200, "v2", saved.recordKeys()));

    assertThat(changed.key()).isEqualTo(saved.key());
    assertThat(links().byKey(saved.key())).contains(changed);
    assertThat(links().byItems(1, KIND, List.of(new ItemId("item")))).isEmpty();
    assertThat(links().byRecords(1, KIND, List.of(200))).containsExactly(changed);
  }

  @Test
  void keysAreAnsweredInTheOrderOfTheLinks() {
    List<Link> saved =
        links().save(IntStream.range(1, 120).mapToObj(i -> aLink(1, i, "item-" + i)).toList());

    assertThat(saved).extracting(Link::recordId).isSorted();
    assertThat(saved).extracting(Link::key).doesNotHaveDuplicates().doesNotContain(0);
    assertThat(links().byRecords(1, KIND, IntStream.range(1, 120).boxed().toList()))
        .containsExactlyInAnyOrderElementsOf(saved);
  }

  @Test
  void aRecordHasOneLiveLinkPerMailbox() {
    save(aLink(1, 100, "item-a"));

    assertThatThrownBy(() -> save(aLink(1, 100, "item-b"))).isInstanceOf(RuntimeException.class);
    assertThat(links().byRecords(1, KIND, List.of(100))).hasSize(1);
    assertThat(save(aLink(2, 100, "item-b")).key()).isPositive();
  }

  @Test
  void anItemHasOneLiveLinkPerMailbox() {
    save(aLink(1, 100, "item-a"));

    assertThatThrownBy(() -> save(aLink(1, 101, "item-a"))).isInstanceOf(RuntimeException.class);
    assertThat(links().byRecords(1, KIND, List.of(101))).isEmpty();
  }

  @Test
  void aClosedLinkStaysAndMakesRoomForALiveOne() {
    Link closed = save(save(aLink(1, 100, "item-a")).withState(Link.State.CLOSED));

    Link live = save(aLink(1, 100, "item-a"));

    assertThat(links().byRecords(1, KIND, List.of(100))).containsExactlyInAnyOrder(closed, live);
    assertThat(links().byItems(1, KIND, List.of(new ItemId("item-a"))))
        .containsExactlyInAnyOrder(closed, live);
  }

  @Test
  void aLinkCanBeClosedAndReplacedInOneSave() {
    Link old = save(aLink(1, 100, "item-a"));

    List<Link> saved =
        links().save(List.of(old.withState(Link.State.LET_GO), aLink(1, 100, "item-a")));

    assertThat(links().byRecords(1, KIND, List.of(100))).containsExactlyInAnyOrderElementsOf(saved);
  }

  @Test
  void onlyLiveLinksHearOfADeletedRecord() {
    Link first = save(aLink(1, 100, "item-a"));
    Link second = save(aLink(2, 100, "item-b"));
    save(save(aLink(3, 100, "item-c")).withState(Link.State.LET_GO));
    save(save(aLink(4, 100, "item-d")).withState(Link.State.CLOSED));

    assertThat(links().liveByRecords(KIND, List.of(100))).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void theCopiesOfAMeetingAreFoundByItsUidInEveryMailbox() {
    Link organizers = save(aLink(1, 100, "item-a").withUid("UID-1"));
    Link attendees = save(aLink(2, 101, "item-b").withUid("UID-1"));
    save(aLink(1, 102, "item-c").withUid("uid-1"));
    save(aLink(1, 103, "item-d").withUid(""));
    save(save(aLink(3, 104, "item-e").withUid("UID-1")).withState(Link.State.CLOSED));

    assertThat(links().byUids(KIND, List.of("UID-1", "unknown")))
        .containsExactlyInAnyOrder(organizers, attendees);
    assertThat(links().byUids(KIND, List.of(""))).isEmpty();
    assertThat(links().byUids(KIND, List.of())).isEmpty();
    assertThat(links().byUids(Kind.TASK, List.of("UID-1"))).isEmpty();
    Link renamed = save(organizers.withUid("UID-2"));
    assertThat(links().byUids(KIND, List.of("UID-2"))).containsExactly(renamed);
  }

  @Test
  void uidsThatAreAlikeToAHashAreToldApartAndManyAreFoundAtOnce() {
    Link one = save(aLink(1, 100, "item-a").withUid("AaAa"));
    Link other = save(aLink(1, 101, "item-b").withUid("BBBB"));
    links()
        .save(
            IntStream.range(0, 1202)
                .mapToObj(i -> aLink(1, 200 + i, "m-" + i).withUid("UID-" + i))
                .toList());

    assertThat("AaAa".hashCode()).isEqualTo("BBBB".hashCode());
    assertThat(links().byUids(KIND, List.of("AaAa"))).containsExactly(one);
    assertThat(links().byUids(KIND, List.of("AaAa", "BBBB"))).containsExactlyInAnyOrder(one, other);
    assertThat(links().byUids(KIND, IntStream.range(0, 1202).mapToObj(i -> "UID-" + i).toList()))
        .hasSize(1202);
  }

  @Test
  void aSeriesHearsOfEachOfItsRows() {
    Link series =
        save(aLink(1, -7, "master").withRecord(-7, "v1", new CrmKeys(0, 0, 0, List.of(11, 12))));
    Link other = save(aLink(2, 12, "single"));
    save(
        save(aLink(3, -7, "gone").withRecord(-7, "v1", new CrmKeys(0, 0, 0, List.of(12))))
            .withState(Link.State.CLOSED));

    assertThat(links().liveByRecords(KIND, List.of(12))).containsExactlyInAnyOrder(series, other);
    assertThat(links().liveByRecords(KIND, List.of(11, -7))).containsExactly(series);
    assertThat(links().byRecords(1, KIND, List.of(11))).as("rows are no records").isEmpty();

    Link fewer = save(series.withRecord(-7, "v2", new CrmKeys(0, 0, 0, List.of(11))));
    assertThat(links().liveByRecords(KIND, List.of(12))).containsExactly(other);
    assertThat(links().byKey(series.key())).contains(fewer);
  }

  @Test
  void countingCountsLiveLinksOfOneMailbox() {
    save(aLink(1, 100, "item-a"));
    save(aLink(1, 101, "item-b"));
    save(save(aLink(1, 102, "item-c")).withState(Link.State.CLOSED));
    save(aLink(2, 103, "item-d"));

    assertThat(links().countLive(1, KIND)).isEqualTo(2);
    assertThat(links().countLive(1, Kind.TASK)).isZero();
  }

  @Test
  void pagesCoverEveryLinkOnce() {
    List<Link> saved =
        links().save(IntStream.range(1, 8).mapToObj(i -> aLink(1, i, "item-" + i)).toList());
    save(aLink(2, 1, "elsewhere"));

    List<Link> first = links().page(1, KIND, 0, 4);
    List<Link> second = links().page(1, KIND, first.get(3).key(), 4);

    assertThat(first).hasSize(4).isSortedAccordingTo((a, b) -> Integer.compare(a.key(), b.key()));
    assertThat(second).hasSize(3);
    assertThat(first).doesNotContainAnyElementsOf(second);
    assertThat(saved).containsAll(first).containsAll(second);
  }

  @Test
  void manyItemsAreFoundAtOnce() {
    links().save(IntStream.range(1, 1203).mapToObj(i -> aLink(1, i, "item-" + i)).toList());

    List<ItemId> wanted = IntStream.range(1, 1203).mapToObj(i -> new ItemId("item-" + i)).toList();

    assertThat(links().byItems(1, KIND, wanted)).hasSize(1202);
  }

  private Link save(Link link) {
    return links().save(List.of(link)).get(0);
  }
}
