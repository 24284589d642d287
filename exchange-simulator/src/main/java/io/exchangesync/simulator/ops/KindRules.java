package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.store.Folder;
import io.exchangesync.simulator.store.Value;
import io.exchangesync.simulator.tasks.TaskRules;
import java.util.Map;

/** Leads to what a server makes of items that are no calendar items. */
final class KindRules {
  private KindRules() {}

  /**
   * Fills in what a new item leaves out.
   *
   * @throws EwsError when its properties contradict each other
   */
  static void complete(Call call, ItemKind kind, Map<String, Value> properties) {
    if (kind == ItemKind.TASK) {
      TaskRules.complete(properties, call.today());
    }
  }

  /**
   * @throws EwsError when the folder takes no items of the kind
   */
  static void checkFolder(ItemKind kind, Folder folder) {
    boolean fits = folder.folderClass().equals(kind.folderClass());
    if (kind == ItemKind.TASK && !fits) {
      throw new EwsError(
          "ErrorCannotCreateTaskInNonTaskFolder", "Tasks can only be created in task folders.");
    }
  }
}
