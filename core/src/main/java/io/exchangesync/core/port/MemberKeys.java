package io.exchangesync.core.port;

import io.exchangesync.core.model.Member;
import java.util.Collection;
import java.util.Map;

/**
 * Record keys of members of selections: negative, given once, never given to another member.
 * Thread-safe; given keys are committed at once, whatever becomes of the caller's transaction.
 */
public interface MemberKeys {

  /** The keys of members; those without one get one. */
  Map<Member, Integer> of(Collection<Member> members);

  /** Whose keys these are; unknown keys are absent. */
  Map<Integer, Member> members(Collection<Integer> keys);

  /** Every member that these persons are and that has a key. */
  Map<Member, Integer> ofPersons(Collection<Integer> personIds);
}
