package io.exchangesync.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of member keys keeps to. */
public abstract class MemberKeysContract {
  private static final Member KARI = new Member(3, 11);
  private static final Member OLA = new Member(3, 12);
  private static final Member KARI_ELSEWHERE = new Member(4, 11);

  /** An empty store, the same one for the whole test. */
  protected abstract MemberKeys keys();

  @Test
  void aMemberHasOneNegativeKeyForGood() {
    Map<Member, Integer> first = keys().of(List.of(KARI, OLA));
    Map<Member, Integer> second = keys().of(List.of(OLA, KARI_ELSEWHERE, KARI));
    assertThat(second).containsAllEntriesOf(first).containsOnlyKeys(KARI, OLA, KARI_ELSEWHERE);
    assertThat(second.values()).doesNotHaveDuplicates().allMatch(Member::isMember);
    assertThat(keys().members(List.of(second.get(OLA), -987_654)))
        .isEqualTo(Map.of(second.get(OLA), OLA));
  }

  @Test
  void aPersonIsFoundInEverySelection() {
    Map<Member, Integer> given = keys().of(List.of(KARI, OLA, KARI_ELSEWHERE));
    assertThat(keys().ofPersons(List.of(11, 99)))
        .isEqualTo(Map.of(KARI, given.get(KARI), KARI_ELSEWHERE, given.get(KARI_ELSEWHERE)));
    assertThat(keys().ofPersons(List.of())).isEmpty();
  }

  @Test
  void thousandsOfMembersGetTheirKeysAtOnce() {
    List<Member> many = IntStream.range(0, 3000).mapToObj(id -> new Member(5, 1000 + id)).toList();
    Map<Member, Integer> given = keys().of(many);
    assertThat(given).hasSize(3000);
    assertThat(given.values()).doesNotHaveDuplicates();
    assertThat(keys().of(many)).isEqualTo(given);
  }
}
