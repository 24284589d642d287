package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.PersonWish;
import io.exchangesync.core.settings.ContactSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** SuperOffice's records of one kind, as one mailbox sees them: chooses the port by the kind. */
final class CrmSide {
  private final Ports ports;
  private final PlanContext context;

  CrmSide(Ports ports, PlanContext context) {
    this.ports = ports;
    this.context = context;
  }

  /** Reads records by key; a key that does not exist is absent from the answer. */
  Map<Integer, CrmRecord> read(Collection<Integer> recordIds) {
    if (context.kind() == Kind.CONTACT) {
      return new HashMap<>(ports.persons().read(recordIds, wish()));
    }
    return new HashMap<>(ports.crm().readIn(context.owner().associateId(), recordIds));
  }

  /** The complete list of what may be synchronized with this mailbox. */
  List<CrmHead> list() {
    if (context.kind() == Kind.CONTACT) {
      return ports.persons().wanted(wish());
    }
    return ports.crm().list(context.kind(), context.owner().associateId(), context.window());
  }

  /** Performs writes in the caller's transaction; outcomes in the order of the question. */
  List<CrmOutcome> apply(List<CrmWrite> writes) {
    return context.kind() == Kind.CONTACT ? applyToPersons(writes) : ports.crm().apply(writes);
  }

  /** Persons carry no stamp: see {@link io.exchangesync.core.port.CrmPersons}. */
  private List<CrmOutcome> applyToPersons(List<CrmWrite> writes) {
    List<CrmWrite.Update> updates = new ArrayList<>();
    for (CrmWrite write : writes) {
      if (write instanceof CrmWrite.Update update) {
        updates.add(update);
      } else if (!(write instanceof CrmWrite.PutStamp)) {
        throw new IllegalStateException("a contact never makes or deletes a person");
      }
    }
    Iterator<CrmOutcome> given =
        updates.isEmpty()
            ? java.util.Collections.emptyIterator()
            : ports.persons().apply(updates, wish()).iterator();
    List<CrmOutcome> outcomes = new ArrayList<>(writes.size());
    for (CrmWrite write : writes) {
      outcomes.add(
          write instanceof CrmWrite.Update
              ? given.next()
              : new CrmOutcome.Written("", CrmKeys.NONE));
    }
    return outcomes;
  }

  private PersonWish wish() {
    ContactSettings settings = context.settings().mapping().contacts();
    return new PersonWish(
        context.owner(), context.window(), settings.selections(), settings.chosen());
  }
}
