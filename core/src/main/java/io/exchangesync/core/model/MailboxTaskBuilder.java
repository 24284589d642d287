package io.exchangesync.core.model;

import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.MailboxTask.Occurrence;
import io.exchangesync.core.model.MailboxTask.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Changes some values of a {@link MailboxTask} and keeps the rest. */
public final class MailboxTaskBuilder {
  private Optional<ItemVersion> item;
  private Occurrence occurrence;
  private Optional<LocalDate> due;
  private Status status;
  private Optional<LocalDate> completed;
  private String subject;
  private Body body;
  private Optional<Instant> reminder;
  private Sensitivity sensitivity;
  private List<String> categories;
  private Importance importance;
  private Optional<Stamp> stamp;
  private CrmReferences references;
  private Instant lastModified;

  MailboxTaskBuilder(MailboxTask from) {
    this.item = from.item();
    this.occurrence = from.occurrence();
    this.due = from.due();
    this.status = from.status();
    this.completed = from.completed();
    this.subject = from.subject();
    this.body = from.body();
    this.reminder = from.reminder();
    this.sensitivity = from.sensitivity();
    this.categories = from.categories();
    this.importance = from.importance();
    this.stamp = from.stamp();
    this.references = from.references();
    this.lastModified = from.lastModified();
  }

  public MailboxTaskBuilder item(Optional<ItemVersion> value) {
    this.item = value;
    return this;
  }

  public MailboxTaskBuilder occurrence(Occurrence value) {
    this.occurrence = value;
    return this;
  }

  public MailboxTaskBuilder due(Optional<LocalDate> value) {
    this.due = value;
    return this;
  }

  public MailboxTaskBuilder subject(String value) {
    this.subject = value;
    return this;
  }

  public MailboxTaskBuilder body(Body value) {
    this.body = value;
    return this;
  }

  public MailboxTaskBuilder reminder(Optional<Instant> value) {
    this.reminder = value;
    return this;
  }

  public MailboxTaskBuilder sensitivity(Sensitivity value) {
    this.sensitivity = value;
    return this;
  }

  public MailboxTaskBuilder categories(List<String> value) {
    this.categories = value;
    return this;
  }

  public MailboxTaskBuilder importance(Importance value) {
    this.importance = value;
    return this;
  }

  public MailboxTaskBuilder stamp(Optional<Stamp> value) {
    this.stamp = value;
    return this;
  }

  public MailboxTaskBuilder references(CrmReferences value) {
    this.references = value;
    return this;
  }

  public MailboxTaskBuilder lastModified(Instant value) {
    this.lastModified = value;
    return this;
  }

  /** Another status than COMPLETED: there is no date of completion any more. */
  public MailboxTaskBuilder open(Status value) {
    this.status = value;
    this.completed = Optional.empty();
    return this;
  }

  public MailboxTaskBuilder completed(LocalDate day) {
    this.status = Status.COMPLETED;
    this.completed = Optional.of(day);
    return this;
  }

  public MailboxTask build() {
    return new MailboxTask(
        item,
        occurrence,
        due,
        status,
        completed,
        subject,
        body,
        reminder,
        sensitivity,
        categories,
        importance,
        stamp,
        references,
        lastModified);
  }
}
