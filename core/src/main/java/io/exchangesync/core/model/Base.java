package io.exchangesync.core.model;

import java.util.Objects;

/**
 * What each side said when both last agreed: the merge base of the next three-way comparison.
 *
 * <p>Each side is kept in its own reading, because a side may hold a value only in part (a shorter
 * column, fewer free/busy states). A side has changed a field when it now reads differently from
 * its own base (invariant I2).
 *
 * @param mappingVersion version of the mapping that read them; another version re-reads before it
 *     compares
 */
public record Base(FieldValues crm, FieldValues mailbox, int mappingVersion) {
  public Base {
    Objects.requireNonNull(crm);
    Objects.requireNonNull(mailbox);
  }
}
