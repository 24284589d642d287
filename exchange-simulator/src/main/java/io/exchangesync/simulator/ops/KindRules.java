package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.contacts.ContactRules;
import io.exchangesync.simulator.contacts.ListRules;
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
    switch (kind) {
      case TASK -> TaskRules.complete(properties, call.today());
      case CONTACT -> ContactRules.complete(properties);
      case DISTRIBUTION_LIST -> new ListRules(call.services().store()).settle(properties);
      default -> {}
    }
  }

  /**
   * Puts an item right after a change.
   *
   * @throws EwsError when its properties contradict each other
   */
  static void change(
      Call call, ItemKind kind, Map<String, Value> before, Map<String, Value> properties) {
    switch (kind) {
      case CONTACT -> ContactRules.change(before, properties);
      case DISTRIBUTION_LIST -> new ListRules(call.services().store()).settle(properties);
      default -> {}
    }
  }

  /**
   * @throws EwsError when the folder takes no items of the kind
   */
  static void checkFolder(ItemKind kind, Folder folder) {
    boolean fits = folder.folderClass().equals(kind.folderClass());
    if (kind.folderClass().equals("IPF.Contact") && !fits) {
      throw new EwsError(
          "ErrorCannotCreateContactInNonContactFolder",
          "Contacts can only be created in contact folders.");
    }
    if (kind == ItemKind.TASK && !fits) {
      throw new EwsError(
          "ErrorCannotCreateTaskInNonTaskFolder", "Tasks can only be created in task folders.");
    }
  }
}
