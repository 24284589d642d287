package io.exchangesync.core.memory;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxTask;
import io.exchangesync.core.model.MailboxTask.Occurrence;
import io.exchangesync.core.model.MailboxTask.Status;
import io.exchangesync.core.model.MailboxTaskBuilder;
import io.exchangesync.core.port.ItemHead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One task folder in memory, as its owner sees it. A recurring task is weekly: what is done to its
 * occurrence alone leaves it as an item of its own, while the task keeps its id and goes on.
 */
public final class MemoryTasks extends MemoryFolder<MailboxTask> {

  /** Changes a task whatever its change key; answers what the change was made to. */
  public ItemVersion change(ItemId id, UnaryOperator<MailboxTaskBuilder> change) {
    return update(id, task -> change.apply(task.with()).build());
  }

  /** The owner deletes a recurring task with all that is to come. */
  public void deleteSeries(ItemId id) {
    super.delete(id);
  }

  /** Of a recurring task only the current occurrence. */
  @Override
  public synchronized void delete(ItemId id) {
    if (find(id).orElseThrow().recurring()) {
      replace(id, MemoryTasks::next);
    } else {
      super.delete(id);
    }
  }

  @Override
  synchronized ItemVersion update(ItemId id, UnaryOperator<MailboxTask> change) {
    MailboxTask before = find(id).orElseThrow();
    MailboxTask after = change.apply(before);
    boolean alone =
        before.recurring() && (after.completed().isPresent() || !after.due().equals(before.due()));
    if (!alone) {
      return replace(id, change);
    }
    ItemVersion split = create(after.with().occurrence(Occurrence.SINGLE).build());
    replace(id, task -> next(after.with().due(before.due()).build()));
    return split;
  }

  private static MailboxTask next(MailboxTask task) {
    LocalDate due = task.due().orElseThrow().plusWeeks(1);
    return task.with().due(Optional.of(due)).open(Status.NOT_STARTED).build();
  }

  @Override
  protected MailboxTask stored(MailboxTask value, ItemVersion version, Instant modified) {
    return value.with().item(Optional.of(version)).lastModified(modified).build();
  }

  @Override
  protected ItemHead head(MailboxTask task) {
    Optional<LocalDate> end =
        task.completed().map(done -> task.due().filter(done::isBefore).orElse(done));
    return new ItemHead(
        task.version(),
        "IPM.Task",
        task.recurring() ? CalendarItemType.MASTER : CalendarItemType.SINGLE,
        task.due().map(MemoryTasks::midnight),
        end.map(MemoryTasks::midnight),
        task.stamp());
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  protected Optional<UnaryOperator<MailboxTask>> patch(MailboxTask before, MailboxTask after) {
    List<UnaryOperator<MailboxTaskBuilder>> sets = new ArrayList<>();
    differ(sets, before.due(), after.due(), MailboxTaskBuilder::due);
    differ(sets, before.subject(), after.subject(), MailboxTaskBuilder::subject);
    differ(sets, before.body(), after.body(), MailboxTaskBuilder::body);
    differ(sets, before.reminder(), after.reminder(), MailboxTaskBuilder::reminder);
    differ(sets, before.sensitivity(), after.sensitivity(), MailboxTaskBuilder::sensitivity);
    differ(sets, before.categories(), after.categories(), MailboxTaskBuilder::categories);
    differ(sets, before.importance(), after.importance(), MailboxTaskBuilder::importance);
    differ(sets, before.stamp(), after.stamp(), MailboxTaskBuilder::stamp);
    differ(sets, before.references(), after.references(), MailboxTaskBuilder::references);
    if (after.completed().isPresent()) {
      differ(sets, before.completed(), after.completed(), (to, day) -> to.completed(day.get()));
    } else {
      differ(sets, before.status(), after.status(), MailboxTaskBuilder::open);
    }
    return sets.isEmpty()
        ? Optional.empty()
        : Optional.of(
            stored -> {
              MailboxTaskBuilder builder = stored.with();
              sets.forEach(set -> set.apply(builder));
              return builder.build();
            });
  }

  private interface Setter<T> {
    MailboxTaskBuilder set(MailboxTaskBuilder builder, T value);
  }

  private static <T> void differ(
      List<UnaryOperator<MailboxTaskBuilder>> sets, T before, T after, Setter<T> setter) {
    if (!after.equals(before)) {
      sets.add(builder -> setter.set(builder, after));
    }
  }
}
