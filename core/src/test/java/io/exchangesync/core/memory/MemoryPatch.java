package io.exchangesync.core.memory;

import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointmentBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The writable properties in which two states of an item differ, and nothing else. */
final class MemoryPatch {
  private final List<UnaryOperator<MailboxAppointmentBuilder>> sets = new ArrayList<>();

  MemoryPatch(MailboxAppointment before, MailboxAppointment after) {
    differ(before, after, MailboxAppointment::when, MailboxAppointmentBuilder::when);
    differ(before, after, MailboxAppointment::subject, MailboxAppointmentBuilder::subject);
    differ(before, after, MailboxAppointment::body, MailboxAppointmentBuilder::body);
    differ(before, after, MailboxAppointment::location, MailboxAppointmentBuilder::location);
    differ(before, after, MailboxAppointment::reminderSet, MailboxAppointmentBuilder::reminderSet);
    differ(
        before,
        after,
        MailboxAppointment::reminderMinutes,
        MailboxAppointmentBuilder::reminderMinutes);
    differ(before, after, MailboxAppointment::busyStatus, MailboxAppointmentBuilder::busyStatus);
    differ(before, after, MailboxAppointment::sensitivity, MailboxAppointmentBuilder::sensitivity);
    differ(before, after, MailboxAppointment::categories, MailboxAppointmentBuilder::categories);
    differ(before, after, MailboxAppointment::importance, MailboxAppointmentBuilder::importance);
    differ(before, after, MailboxAppointment::stamp, MailboxAppointmentBuilder::stamp);
    differ(before, after, MailboxAppointment::type, MailboxAppointmentBuilder::type);
    differ(before, after, MailboxAppointment::series, MailboxAppointmentBuilder::series);
    differ(before, after, MailboxAppointment::references, MailboxAppointmentBuilder::references);
  }

  boolean isEmpty() {
    return sets.isEmpty();
  }

  MailboxAppointmentBuilder applyTo(MailboxAppointmentBuilder stored) {
    sets.forEach(set -> set.apply(stored));
    return stored;
  }

  private <T> void differ(
      MailboxAppointment before,
      MailboxAppointment after,
      Function<MailboxAppointment, T> property,
      Setter<T> setter) {
    T wanted = property.apply(after);
    if (!wanted.equals(property.apply(before))) {
      sets.add(stored -> setter.set(stored, wanted));
    }
  }

  private interface Setter<T> {
    MailboxAppointmentBuilder set(MailboxAppointmentBuilder builder, T value);
  }
}
