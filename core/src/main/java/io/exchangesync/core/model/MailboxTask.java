package io.exchangesync.core.model;

import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One task as the mailbox holds it; start date, percentage and whatever else only Outlook knows
 * stays there.
 *
 * @param item id and change key; empty only on a task that is still to be created
 * @param occurrence whether the task recurs; it then shows one occurrence at a time
 * @param due the day it is due; empty if it is never
 * @param completed the day it was completed; present exactly while {@code status} is COMPLETED
 * @param reminder when Outlook reminds [UTC]; empty if it does not
 */
public record MailboxTask(
    Optional<ItemVersion> item,
    Occurrence occurrence,
    Optional<LocalDate> due,
    Status status,
    Optional<LocalDate> completed,
    String subject,
    Body body,
    Optional<Instant> reminder,
    Sensitivity sensitivity,
    List<String> categories,
    Importance importance,
    Optional<Stamp> stamp,
    CrmReferences references,
    Instant lastModified)
    implements MailboxEntry {

  /** A task without due date that nobody began. */
  public static final MailboxTask BLANK =
      new MailboxTask(
          Optional.empty(),
          Occurrence.SINGLE,
          Optional.empty(),
          Status.NOT_STARTED,
          Optional.empty(),
          "",
          Body.EMPTY,
          Optional.empty(),
          Sensitivity.NORMAL,
          List.of(),
          Importance.NORMAL,
          Optional.empty(),
          CrmReferences.NONE,
          Instant.EPOCH);

  public MailboxTask {
    Objects.requireNonNull(item);
    Objects.requireNonNull(occurrence);
    Objects.requireNonNull(due);
    Objects.requireNonNull(status);
    Objects.requireNonNull(completed);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(body);
    Objects.requireNonNull(reminder);
    Objects.requireNonNull(sensitivity);
    categories = List.copyOf(categories);
    Objects.requireNonNull(importance);
    Objects.requireNonNull(stamp);
    Objects.requireNonNull(references);
    Objects.requireNonNull(lastModified);
    if ((status == Status.COMPLETED) != completed.isPresent()) {
      throw new IllegalArgumentException("a task has a date of completion while it is completed");
    }
  }

  /** Tasks have no UID that outlives a server. */
  @Override
  public String uid() {
    return "";
  }

  public boolean recurring() {
    return occurrence == Occurrence.CURRENT_OF_SERIES;
  }

  @Override
  public MailboxTask withStamp(Optional<Stamp> newStamp) {
    return with().stamp(newStamp).build();
  }

  @Override
  public MailboxTask withSubject(String newSubject) {
    return with().subject(newSubject).build();
  }

  @Override
  public MailboxTask withBody(Body newBody) {
    return with().body(newBody).build();
  }

  @Override
  public MailboxTask withSensitivity(Sensitivity newSensitivity) {
    return with().sensitivity(newSensitivity).build();
  }

  @Override
  public MailboxTask withCategories(List<String> newCategories) {
    return with().categories(newCategories).build();
  }

  @Override
  public MailboxTask withImportance(Importance newImportance) {
    return with().importance(newImportance).build();
  }

  @Override
  public MailboxTask withReferences(CrmReferences newReferences) {
    return with().references(newReferences).build();
  }

  /** A builder that starts from these values. */
  public MailboxTaskBuilder with() {
    return new MailboxTaskBuilder(this);
  }

  /** Status of the EWS schema. */
  public enum Status {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED,
    WAITING_ON_OTHERS,
    DEFERRED
  }

  /** What a task stands for. */
  public enum Occurrence {
    SINGLE,
    /** The current occurrence of a recurring task. */
    CURRENT_OF_SERIES
  }
}
