package io.exchangesync.core.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What each side said when both last agreed: the merge base of the next three-way comparison.
 *
 * <p>Each side is kept in its own reading, because a side may hold a value only in part (a shorter
 * column, fewer free/busy states). A side has changed a field when it now reads differently from
 * its own base (invariant I2).
 *
 * @param mappingVersion version of the mapping that read them; another version re-reads before it
 *     compares
 * @param given fields of which the mailbox has what SuperOffice wrote there; known of {@link
 *     #TRACED} only
 */
public record Base(FieldValues crm, FieldValues mailbox, int mappingVersion, Set<Field> given) {
  /** Fields whose origin is kept: a copy may be taken back, a text of the user's never. */
  public static final Set<Field> TRACED =
      Collections.unmodifiableSet(
          EnumSet.of(Field.SUBJECT, Field.BODY, Field.LOCATION, Field.EXCEPTIONS, Field.PRIVACY));

  public Base {
    Objects.requireNonNull(crm);
    Objects.requireNonNull(mailbox);
    given = Set.copyOf(given);
  }

  /** One of which nobody knows where its values came from. */
  public Base(FieldValues crm, FieldValues mailbox, int mappingVersion) {
    this(crm, mailbox, mappingVersion, Set.of());
  }

  public Base withGiven(Set<Field> fields) {
    return new Base(crm, mailbox, mappingVersion, fields);
  }
}
