package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmMember;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.PersonWish;
import io.exchangesync.core.series.PatternText;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.ContactSettings.SelectionsAs;
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
    return switch (context.kind()) {
      case APPOINTMENT, TASK ->
          new HashMap<>(ports.crm().readIn(context.owner().associateId(), recordIds));
      case CONTACT -> new HashMap<>(ports.persons().read(recordIds, wish()));
      case SELECTION -> new SelectionSide(ports, context).read(recordIds);
    };
  }

  /** The complete list of what may be synchronized with this mailbox. */
  List<CrmHead> list() {
    return switch (context.kind()) {
      case APPOINTMENT, TASK ->
          ports.crm().list(context.kind(), context.owner().associateId(), context.window());
      case CONTACT -> ports.persons().wanted(wish());
      case SELECTION -> new SelectionSide(ports, context).list();
    };
  }

  /** Whether it is a series whose dates no pattern explains, so that it waits in a hold. */
  boolean withoutPattern(CrmRecord series) {
    return context
        .mapping()
        .readCrm(series)
        .get(Field.PATTERN)
        .filter(PatternText.CUSTOM::equals)
        .isPresent();
  }

  /** Performs writes in the caller's transaction; outcomes in the order of the question. */
  List<CrmOutcome> apply(List<CrmWrite> writes) {
    return switch (context.kind()) {
      case APPOINTMENT, TASK -> ports.crm().apply(writes);
      case CONTACT -> applyToPersons(writes, wish());
      case SELECTION ->
          applyToPersons(
              writes.stream().map(CrmSide::ofPerson).toList(),
              new SelectionSide(ports, context).wish());
    };
  }

  /** What is written of a member is written into the person. */
  private static CrmWrite ofPerson(CrmWrite write) {
    return write instanceof CrmWrite.Update update
            && update.before() instanceof CrmMember before
            && update.after() instanceof CrmMember after
        ? new CrmWrite.Update(before.person(), after.person())
        : write;
  }

  /** Persons carry no stamp: see {@link io.exchangesync.core.port.CrmPersons}. */
  private List<CrmOutcome> applyToPersons(List<CrmWrite> writes, PersonWish wish) {
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
            : ports.persons().apply(updates, wish).iterator();
    List<CrmOutcome> outcomes = new ArrayList<>(writes.size());
    for (CrmWrite write : writes) {
      outcomes.add(
          write instanceof CrmWrite.Update
              ? given.next()
              : new CrmOutcome.Written("", CrmKeys.NONE));
    }
    return outcomes;
  }

  /** Members of selections that are shown as folders are contacts there. */
  private PersonWish wish() {
    ContactSettings settings = context.settings().mapping().contacts();
    boolean elsewhere = settings.selectionsAs() == SelectionsAs.FOLDER;
    return new PersonWish(
        context.owner(),
        context.window(),
        elsewhere ? List.of() : settings.selections(),
        settings.chosen(),
        settings.jobTitleField());
  }
}
