package io.exchangesync.core.port;

import java.util.Objects;

/**
 * One item of the Task list.
 *
 * @param name in the reader's language (multi-language names are already parsed, schema rule 28)
 * @param recordType Task.record_type: 1 appointment, 2 document, 5 phone, 6 to-do
 * @param retired Task.deleted = 1
 */
public record FollowUpType(int id, String name, int rank, int recordType, boolean retired) {
  /** Task.record_type of appointments. */
  public static final int APPOINTMENT = 1;

  /** Task.record_type of to-dos. */
  public static final int TO_DO = 6;

  public FollowUpType {
    Objects.requireNonNull(name);
  }
}
