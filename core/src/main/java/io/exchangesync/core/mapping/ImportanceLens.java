package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import java.util.List;
import java.util.Optional;

/**
 * Importance by rank of the priority: the first is HIGH, the last LOW, all others and unknown ones
 * NORMAL.
 */
final class ImportanceLens implements FieldLens {
  private static final int NO_PRIORITY = 0;

  private final List<Integer> priorities;

  ImportanceLens(MappingContext context) {
    this.priorities = context.reference().priorityIds();
  }

  @Override
  public Field field() {
    return Field.IMPORTANCE;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(importance(row.priorityId()).name());
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    return Optional.of(item.entry().importance().name());
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    int last = priorities.size() - 1;
    Importance importance = parse(wanted);
    if (last < 1 && importance != Importance.NORMAL) {
      return row;
    }
    int priority =
        switch (importance) {
          case HIGH -> priorities.get(0);
          case LOW -> priorities.get(last);
          case NORMAL -> last < 2 ? NO_PRIORITY : priorities.get(priorities.size() / 2);
        };
    return row.with().priorityId(priority).build();
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    return item.with(item.entry().withImportance(parse(wanted)));
  }

  private Importance importance(int priorityId) {
    int rank = priorities.indexOf(priorityId);
    boolean ranked = priorities.size() > 1;
    if (ranked && rank == 0) {
      return Importance.HIGH;
    }
    return ranked && rank == priorities.size() - 1 ? Importance.LOW : Importance.NORMAL;
  }

  private static Importance parse(String text) {
    try {
      return Importance.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new UnmappableException(Field.IMPORTANCE, "The importance can't be read: " + text);
    }
  }
}
