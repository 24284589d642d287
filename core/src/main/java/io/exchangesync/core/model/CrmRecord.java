package io.exchangesync.core.model;

import java.time.Instant;

/** One record of SuperOffice as the engine sees it, whatever its kind. */
public sealed interface CrmRecord permits CrmAppointment, CrmPerson, CrmSelection, CrmMember {

  /** SuperOffice key of the record; 0 until one is reserved. */
  int recordId();

  /** What people know it by; "" if it has no title. */
  String title();

  /** Opaque; equal as long as none of the record's rows was written. */
  String version();

  /** Keys of the rows that hang on the record. */
  CrmKeys keys();

  /** When any of its rows was written last [UTC]. */
  Instant lastChanged();

  /** Whether the text must be kept from everybody but administrators (invariant I10). */
  boolean confidential();

  /** The same record under a reserved key. */
  CrmRecord withRecordId(int recordId);
}
