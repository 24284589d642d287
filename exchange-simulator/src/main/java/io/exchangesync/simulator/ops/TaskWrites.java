package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.tasks.RecurringTask;
import io.exchangesync.simulator.tasks.TaskRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Updates and deletes of tasks, of which a recurring one may go on with its next occurrence. */
final class TaskWrites {
  private TaskWrites() {}

  /** The item whose id the answer gives: the one split off a recurring task, else the task. */
  static Item update(Call call, ItemRef ref, Changes changes, ConflictResolution resolution) {
    Set<String> keys = changes.keys();
    return ref.mailbox()
        .splitItem(
            ref.item().number(),
            newest -> {
              resolution.check(newest, ref.version(), keys);
              Map<String, Value> properties = new HashMap<>(newest.properties());
              changes.applyTo(properties);
              Stamps.modified(call, properties);
              Set<String> changed = RecurringTask.changed(newest.properties(), properties, keys);
              TaskRules.change(properties, changed, call.today());
              return RecurringTask.split(newest.properties(), properties, changed);
            })
        .orElseThrow(EwsError::itemNotFound);
  }

  /**
   * Deletes just the current occurrence of a recurring task when the request wants that.
   *
   * @return false for anything else, which is to be deleted whole
   * @throws EwsError ErrorAffectedTaskOccurrencesRequired when the request does not say what to do
   *     with a task; ErrorCannotDeleteTaskOccurrence for an occurrence that no other follows
   */
  static boolean skipsOccurrence(Call call, ItemRef ref) {
    if (ItemKind.of(ref.item()) != ItemKind.TASK) {
      return false;
    }
    String affected =
        call.attribute("AffectedTaskOccurrences")
            .orElseThrow(
                () ->
                    new EwsError(
                        "ErrorAffectedTaskOccurrencesRequired",
                        "The AffectedTaskOccurrences attribute is required for tasks."));
    boolean recurring = ref.item().get("task:Recurrence").isPresent();
    return switch (affected) {
      case "AllOccurrences" -> false;
      case "SpecifiedOccurrenceOnly" -> recurring && skip(call, ref);
      default ->
          throw SoapFault.schema(
              "The 'AffectedTaskOccurrences' attribute is invalid: '" + affected + "'.");
    };
  }

  private static boolean skip(Call call, ItemRef ref) {
    ref.mailbox()
        .updateItem(
            ref.item().number(),
            newest -> {
              Map<String, Value> properties = new HashMap<>(newest.properties());
              Stamps.modified(call, properties);
              return RecurringTask.skip(properties)
                  .orElseThrow(
                      () ->
                          new EwsError(
                              "ErrorCannotDeleteTaskOccurrence",
                              "The last occurrence of a recurring task cannot be deleted."));
            })
        .orElseThrow(EwsError::itemNotFound);
    return true;
  }
}
