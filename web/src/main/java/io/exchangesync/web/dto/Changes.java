package io.exchangesync.web.dto;

import io.exchangesync.core.model.*;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.web.json.Confidential;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties a decision would change, per side, by the names of the model. */
record Changes(List<FieldChangeDto> crm, List<FieldChangeDto> mailbox) {
  private static final Set<String> OURS = Set.of("stamp", "item", "keys", "version", "ties");
  private static final Set<String> IDENTITIES = Set.of("stamp", "item", "keys", "version", "uid");
  private static final Changes NONE = new Changes(List.of(), List.of());

  static Changes of(Decision decision, boolean confidential, Confidential reader) {
    if (decision instanceof Decision.Align align) {
      return new Changes(
          between(Optional.of(align.crmBefore()), align.crmAfter(), confidential, reader),
          between(Optional.of(align.mailboxBefore()), align.mailboxAfter(), confidential, reader));
    }
    if (decision instanceof Decision.CreateInMailbox create) {
      return new Changes(List.of(), between(Optional.empty(), create.item(), confidential, reader));
    }
    if (decision instanceof Decision.CreateInCrm create) {
      return new Changes(between(Optional.empty(), create.row(), confidential, reader), List.of());
    }
    return NONE;
  }

  private static List<FieldChangeDto> between(
      Optional<Object> before, Object after, boolean confidential, Confidential reader) {
    List<FieldChangeDto> changes = new ArrayList<>();
    for (RecordComponent component : after.getClass().getRecordComponents()) {
      String name = component.getName();
      Object planned = read(component, after);
      Optional<Object> now = before.map(record -> read(component, record));
      if (!OURS.contains(name) && !now.equals(Optional.of(planned))) {
        changes.add(
            new FieldChangeDto(
                name,
                now.map(value -> shown(name, value, confidential, reader)),
                shown(name, planned, confidential, reader)));
      }
    }
    return changes;
  }

  /** A value as people read it. */
  static String text(Object value) {
    if (value instanceof When.Timed timed) {
      return timed.start().atZone(timed.zone()) + " to " + timed.end().atZone(timed.zone());
    }
    if (value instanceof When.AllDay days) {
      return days.first() + " to " + days.last();
    }
    if (value instanceof Optional<?> perhaps) {
      return perhaps.map(Changes::text).orElse("");
    }
    return value instanceof Body body ? body.content() : String.valueOf(value);
  }

  private static String shown(
      String component, Object value, boolean confidential, Confidential reader) {
    return reader.show(text(value), confidential && mayTell(component, value));
  }

  /**
   * Whether the component may hold what people wrote or whom it concerns: everything but numbers,
   * flags, times and our own marks.
   */
  static boolean mayTell(String component, Object value) {
    if (value instanceof Optional<?> perhaps) {
      return perhaps.filter(inner -> mayTell(component, inner)).isPresent();
    }
    boolean harmless =
        value instanceof Number
            || value instanceof Boolean
            || value instanceof Enum<?>
            || value instanceof Temporal
            || value instanceof When;
    return !harmless && !IDENTITIES.contains(component);
  }

  static Object read(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("components of public records are readable", e);
    }
  }
}
