package io.exchangesync.core.port;

import io.exchangesync.core.model.CrmKeys;
import java.util.Objects;

/** What became of one {@link CrmWrite}. */
public sealed interface CrmOutcome {

  /**
   * Written.
   *
   * @param version version of the rows after the write
   * @param keys keys of the rows that hang on the appointment
   * @param gone rows that went by table, a turn's or participants', and those called off (under
   *     {@code calledOff}, as they were), as a JSON object; "" if there are none
   */
  record Written(String version, CrmKeys keys, String gone) implements CrmOutcome {
    public Written {
      Objects.requireNonNull(version);
      Objects.requireNonNull(keys);
      Objects.requireNonNull(gone);
    }

    /** Written, and every row still stands. */
    public Written(String version, CrmKeys keys) {
      this(version, keys, "");
    }

    /** The same with what went. */
    public Written with(String rowsGone) {
      return new Written(version, keys, rowsGone);
    }
  }

  /**
   * Deleted.
   *
   * @param rows everything that went, by table, and colleagues' rows that were called off (under
   *     {@code calledOff}, as they were), as a JSON object; "" if nothing but the record did
   */
  record Deleted(String rows) implements CrmOutcome {
    public Deleted {
      Objects.requireNonNull(rows);
    }
  }

  /** Somebody changed the rows since they were read: nothing was written. */
  record ChangedMeanwhile() implements CrmOutcome {}

  /**
   * The rules forbid it (sync-rules 7a): nothing was written.
   *
   * @param why in plain words, with table and column
   */
  record Refused(String why) implements CrmOutcome {
    public Refused {
      Objects.requireNonNull(why);
    }
  }
}
