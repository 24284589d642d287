package io.exchangesync.core.plan;

import io.exchangesync.core.mapping.ItemMapping;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.series.PatternText;
import java.util.Optional;

/**
 * The warning that SuperOffice shows on a follow-up which can't be kept in sync (enum
 * AppointmentCautionWarning, appointment.cautionWarning).
 */
public enum Caution {
  /** Possibly not in sync with external systems. */
  NOT_IN_SYNC(1),
  /** Recurrence pattern not supported by outside calendars. */
  PATTERN_NOT_SUPPORTED(3),
  /** Incoming recurrence change not supported. */
  INCOMING_PATTERN_NOT_SUPPORTED(4);

  private final int column;

  Caution(int column) {
    this.column = column;
  }

  /** Value of the column. */
  public int column() {
    return column;
  }

  /** Whether a value of the column may be one of ours. */
  public static boolean mayBeOurs(int column) {
    return column == NOT_IN_SYNC.column
        || column == PATTERN_NOT_SUPPORTED.column
        || column == INCOMING_PATTERN_NOT_SUPPORTED.column;
  }

  /** Whether holds with this reason warn; others only wait for somebody. */
  public static boolean warns(Reason reason) {
    return switch (reason) {
      case PATTERN_UNSUPPORTED, SERIES_TURNED, UNMAPPABLE, ITEM_ERROR -> true;
      default -> false;
    };
  }

  /** The warning for a row that waits in a hold; empty if the hold only waits for somebody. */
  public static Optional<Caution> of(Reason reason, CrmRecord row, ItemMapping mapping) {
    if (!warns(reason)) {
      return Optional.empty();
    }
    if (reason == Reason.UNMAPPABLE || reason == Reason.ITEM_ERROR) {
      return Optional.of(NOT_IN_SYNC);
    }
    boolean rows =
        mapping.readCrm(row).get(Field.PATTERN).filter(PatternText.CUSTOM::equals).isPresent();
    return Optional.of(rows ? PATTERN_NOT_SUPPORTED : INCOMING_PATTERN_NOT_SUPPORTED);
  }
}
