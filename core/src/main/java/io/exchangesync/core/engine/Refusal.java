package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.port.WriteRefused;
import java.util.Optional;

/**
 * One thing the database did not take and that waits in a hold now.
 *
 * @param recordId 0 if there is no row
 * @param text what was refused, why, and what to do; quotes nothing of a private appointment
 * @param cause may quote it
 */
public record Refusal(int recordId, Optional<ItemId> item, String text, WriteRefused cause) {
  private static final String TO_DO =
      ". Everything else goes on. Change it, or what refuses it in the database, then"
          + " release this hold.";

  static Refusal of(Effect effect, Optional<ItemId> item, WriteRefused cause) {
    String why =
        effect.candidate().confidential()
            ? cause.code() + " (its message may quote a private appointment and is not kept)"
            : cause.getMessage();
    String text =
        what(effect.decision(), effect.candidate().recordId())
            + " was refused by SuperOffice's database: "
            + why
            + TO_DO;
    return new Refusal(effect.candidate().recordId(), item, text, cause);
  }

  private static String what(Decision decision, int recordId) {
    if (decision instanceof Decision.CreateInCrm) {
      return "A new record for this item";
    }
    if (decision instanceof Decision.CreateInMailbox create) {
      return "The stamp on record " + key(create.row()) + " or its link";
    }
    if (decision instanceof Decision.DeleteInCrm delete) {
      return "The delete of record " + key(delete.row());
    }
    return recordId == 0
        ? "What is kept about this item"
        : "The change of record " + recordId + " or of its link";
  }

  private static String key(CrmRecord row) {
    return String.valueOf(row.recordId());
  }
}
