package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.FieldValues;
import java.util.Objects;
import java.util.Optional;

/** How a field is merged that is made of parts, so that edits of different parts are both kept. */
public final class FieldMerge {
  private FieldMerge() {}

  /**
   * What is known when a field is merged.
   *
   * @param toCrm fields before this one that will be written into the row
   * @param toMailbox fields before this one that will be written into the item
   */
  public record Question(
      Optional<Base> base,
      FieldValues crm,
      FieldValues mailbox,
      FieldValues toCrm,
      FieldValues toMailbox,
      Winner winner) {
    public Question {
      Objects.requireNonNull(base);
      Objects.requireNonNull(crm);
      Objects.requireNonNull(mailbox);
      Objects.requireNonNull(toCrm);
      Objects.requireNonNull(toMailbox);
      Objects.requireNonNull(winner);
    }
  }

  /**
   * What has to be written.
   *
   * @param lost what lost a conflict
   */
  public record Result(
      Optional<String> toCrm, Optional<String> toMailbox, Conflict conflict, String lost) {
    /** Nothing has to be written. */
    public static final Result NOTHING =
        new Result(Optional.empty(), Optional.empty(), Conflict.NONE, "");

    public Result {
      Objects.requireNonNull(toCrm);
      Objects.requireNonNull(toMailbox);
      Objects.requireNonNull(conflict);
      Objects.requireNonNull(lost);
    }
  }

  /** Whether both sides changed the same part differently. */
  public enum Conflict {
    NONE,
    FOUND
  }
}
