package io.exchangesync.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A selection as one mailbox shows it: by a folder, by a group, or not at all.
 *
 * @param recordId selection_id
 * @param addresses of the members, for a group; in ascending order, without doubles
 * @param version equal as long as a mailbox would show the same
 */
public record CrmSelection(
    int recordId, String name, Standing standing, List<GroupAddress> addresses, String version)
    implements CrmRecord {

  /** Whether and as what the selection has a place in the mailbox. */
  public enum Standing {
    FOLDER,
    GROUP,
    /** It shall be a group and has more members than one holds: its members show a category. */
    TOO_LARGE_FOR_A_GROUP,
    /** Not chosen, shown as a category, or hidden from the associate. */
    NOT_SHOWN,
    /** Nobody but SuperOffice's own services knows its members. */
    DYNAMIC
  }

  public CrmSelection {
    Objects.requireNonNull(name);
    Objects.requireNonNull(standing);
    addresses = List.copyOf(addresses);
    Objects.requireNonNull(version);
  }

  @Override
  public String title() {
    return name;
  }

  @Override
  public CrmKeys keys() {
    return CrmKeys.NONE;
  }

  /** Selections belong to SuperOffice, so that nobody asks which side was later. */
  @Override
  public Instant lastChanged() {
    return Instant.EPOCH;
  }

  @Override
  public boolean confidential() {
    return false;
  }

  @Override
  public CrmSelection withRecordId(int newRecordId) {
    return new CrmSelection(newRecordId, name, standing, addresses, version);
  }
}
