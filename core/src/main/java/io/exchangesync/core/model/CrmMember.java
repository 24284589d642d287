package io.exchangesync.core.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A person as a member of a selection that is shown as a folder.
 *
 * @param recordId negative key of the {@link Member}
 */
public record CrmMember(int recordId, Member member, Standing standing, CrmPerson person)
    implements CrmRecord {

  /** Whether the person belongs into the folder. */
  public enum Standing {
    MEMBER,
    /** No member any more, or the selection is not shown as a folder any more. */
    LEFT,
    /** A member of a selection whose folder can't be made until a person solves it. */
    WAITING,
    /** The selection is dynamic now: nobody knows. */
    UNKNOWN
  }

  public CrmMember {
    Objects.requireNonNull(member);
    Objects.requireNonNull(standing);
    Objects.requireNonNull(person);
  }

  @Override
  public String title() {
    return person.title();
  }

  @Override
  public String version() {
    return person.version();
  }

  @Override
  public CrmKeys keys() {
    return CrmKeys.NONE;
  }

  @Override
  public Instant lastChanged() {
    return person.lastChanged();
  }

  @Override
  public boolean confidential() {
    return person.confidential();
  }

  @Override
  public CrmMember withRecordId(int newRecordId) {
    return new CrmMember(newRecordId, member, standing, person);
  }

  public CrmMember withPerson(CrmPerson newPerson) {
    return new CrmMember(recordId, member, standing, newPerson);
  }
}
