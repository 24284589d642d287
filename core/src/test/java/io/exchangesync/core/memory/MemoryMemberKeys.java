package io.exchangesync.core.memory;

import io.exchangesync.core.model.Member;
import io.exchangesync.core.port.MemberKeys;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys of members in memory. */
public final class MemoryMemberKeys implements MemberKeys {
  private final Map<Member, Integer> keys = new LinkedHashMap<>();

  @Override
  public synchronized Map<Member, Integer> of(Collection<Member> members) {
    Map<Member, Integer> found = new HashMap<>();
    members.forEach(
        member -> found.put(member, keys.computeIfAbsent(member, none -> -1 - keys.size())));
    return found;
  }

  @Override
  public synchronized Map<Integer, Member> members(Collection<Integer> asked) {
    Map<Integer, Member> found = new HashMap<>();
    keys.forEach(
        (member, key) -> {
          if (asked.contains(key)) {
            found.put(key, member);
          }
        });
    return found;
  }

  @Override
  public synchronized Map<Member, Integer> ofPersons(Collection<Integer> personIds) {
    Map<Member, Integer> found = new HashMap<>();
    keys.forEach(
        (member, key) -> {
          if (personIds.contains(member.personId())) {
            found.put(member, key);
          }
        });
    return found;
  }
}
